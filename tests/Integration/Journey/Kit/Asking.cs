namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>How a learner asks somebody of the course to be the learning buddy.</summary>
internal static class Asking
{
    public static async Task AskAsync(this Visitor learner, string personId, string words = "")
    {
        await learner.GoAsync($"/buddies/ask?person={personId}");
        await learner.PressAsync("buddies.invite", ("message", words));
    }
}
