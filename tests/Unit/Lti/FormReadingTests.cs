using LearningBuddy.LtiTool.Lti;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace LearningBuddy.Tests.Unit.Lti;

public sealed class FormReadingTests
{
    [Fact]
    public async Task A_form_that_comes_too_slowly_is_refused_as_such()
    {
        var (form, problem) = await ReadAsync(new BadHttpRequestException("too slow", StatusCodes.Status408RequestTimeout));

        Assert.Null(form);
        Assert.Equal((LaunchRefusal.RequestMalformed, StatusCodes.Status408RequestTimeout), (problem!.Reason, problem.Status));
    }

    [Fact]
    public async Task A_form_that_breaks_off_is_refused()
    {
        var (form, problem) = await ReadAsync(new IOException("gone"));

        Assert.Null(form);
        Assert.Equal((LaunchRefusal.RequestMalformed, null), (problem!.Reason, problem.Status));
    }

    private static async Task<(IFormCollection? Form, LaunchProblem? Problem)> ReadAsync(Exception fault)
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.Body = new BrokenStream(fault);
        return await FormReading.ReadAsync(context, 65536);
    }

    private sealed class BrokenStream(Exception fault) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw fault;
    }
}
