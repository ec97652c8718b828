using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>Where callers of a tool are: each test has an address of its own, for a tool counts tries by it.</summary>
internal sealed class CallersAddress : IStartupFilter
{
    private int number = 1;

    /// <summary>Callers have another address from now on.</summary>
    public void Move() => number++;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(following => context =>
        {
            context.Connection.RemoteIpAddress = new IPAddress([127, 0, (byte)(number >> 8), (byte)number]);
            return following(context);
        });
        next(app);
    };
}
