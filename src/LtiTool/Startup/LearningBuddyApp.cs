namespace LearningBuddy.LtiTool.Startup;

/// <summary>The whole tool, ready to run: for <c>Program</c>, and for tests that run it in their own process.</summary>
public static class LearningBuddyApp
{
    /// <summary>Builds the tool and brings its database up to date.</summary>
    /// <param name="args">Command line, e.g. <c>--urls=http://127.0.0.1:0</c>.</param>
    /// <param name="configure">Last word on settings and services, or null.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong.</exception>
    /// <exception cref="ArgumentException">The connection string names no database we know.</exception>
    /// <exception cref="InvalidDataException">A journey template is wrong, or the record store is of another version.</exception>
    public static async Task<WebApplication> BuildAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Settings are read at the start only: watching their files costs a start more than reading them.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            ApplicationName = typeof(LearningBuddyApp).Assembly.GetName().Name,
        });
        configure?.Invoke(builder);
        builder.AddLearningBuddy();
        var app = builder.Build();

        // Neither needs the other, and together they are most of a start: where there are two cores, each has one.
        var preparing = app.PrepareAsync();
        app.UseLearningBuddy();
        app.FindEndpoints();
        await preparing;
        return app;
    }
}
