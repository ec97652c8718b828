extern alias demolms;

using demolms::LearningBuddy.DemoLms.World;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

public sealed class FailureSwitchTests
{
    [Theory]
    [InlineData(Service.Keys, Failure.ServerError, 500)]
    [InlineData(Service.Keys, Failure.TooManyRequests, 429)]
    [InlineData(Service.Keys, Failure.RateLimitForbidden, 403)]
    [InlineData(Service.Keys, Failure.WrongAnswer, 200)]
    [InlineData(Service.Roster, Failure.ServerError, 500)]
    [InlineData(Service.Grades, Failure.ServerError, 500)]
    [InlineData(Service.Tokens, Failure.ServerError, 500)]
    public async Task Service_fails_as_its_switch_says_and_the_others_work(Service service, Failure failure, int status)
    {
        await using var lms = await DemoLmsHost.StartAsync();
        lms.World.Failures.Set(service, failure);

        using var answer = await CallAsync(lms, service);
        using var other = await CallAsync(lms, service == Service.Keys ? Service.Roster : Service.Keys);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotEqual(500, (int)other.StatusCode);
        if (failure == Failure.TooManyRequests)
            Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
        if (failure == Failure.WrongAnswer)
            Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Service_is_well_again_after_the_counted_calls()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        lms.World.Failures.Set(Service.Keys, Failure.ServerError, calls: 2);
        var statuses = new List<int>();

        for (var call = 0; call < 3; call++)
        {
            using var answer = await CallAsync(lms, Service.Keys);
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal([500, 500, 200], statuses);
    }

    [Fact]
    public async Task Silent_service_lets_the_caller_give_up()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        lms.World.Failures.Set(Service.Keys, Failure.Timeout);
        lms.Client.Timeout = TimeSpan.FromMilliseconds(200);

        await Assert.ThrowsAsync<TaskCanceledException>(() => CallAsync(lms, Service.Keys));
    }

    private static async Task<HttpResponseMessage> CallAsync(DemoLmsHost lms, Service service)
    {
        using var request = service switch
        {
            Service.Keys => new HttpRequestMessage(HttpMethod.Get, "/moodle/mod/lti/certs.php"),
            Service.Roster => new HttpRequestMessage(HttpMethod.Get, "/moodle/mod/lti/services.php/CourseSection/2/bindings/1/memberships"),
            Service.Grades => new HttpRequestMessage(HttpMethod.Get, "/moodle/mod/lti/services.php/2/lineitems?type_id=1"),
            _ => new HttpRequestMessage(HttpMethod.Post, "/moodle/mod/lti/token.php"),
        };
        return await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
