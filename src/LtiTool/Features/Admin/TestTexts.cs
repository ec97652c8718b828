using LearningBuddy.XApi.Client;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>The texts for what a test statement brought to light.</summary>
internal static class TestTexts
{
    /// <summary>The id of the text.</summary>
    public static string Of(TestAdvice advice) => advice switch
    {
        TestAdvice.Stored => "admin.test-stored",
        TestAdvice.StoredForGood => "admin.test-stored-for-good",
        TestAdvice.WrongKey => "admin.test-wrong-key",
        TestAdvice.MayNotWrite => "admin.test-may-not-write",
        TestAdvice.NothingHere => "admin.test-nothing-here",
        TestAdvice.WrongAddress => "admin.test-wrong-address",
        TestAdvice.OtherVersion => "admin.test-other-version",
        TestAdvice.NotAStore => "admin.test-not-a-store",
        TestAdvice.Unreachable => "admin.test-unreachable",
        TestAdvice.NotUnderstood => "admin.test-not-understood",
    };
}
