using System.Security.Cryptography;
using LearningBuddy.LtiTool.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Addresses in mails that let their reader do one thing without a session: choose what arrives, prove an address, or answer an exercise.
/// </summary>
internal sealed class MailTokens(IDataProtectionProvider protection, IOptions<LearningBuddyOptions> options, TimeProvider clock)
{
    /// <summary>How long a link to choose what arrives is good for: whoever looks at an old mail may still stop the next one.</summary>
    public static readonly TimeSpan ChoiceLife = TimeSpan.FromDays(365);

    /// <summary>How long an address can be proved.</summary>
    public static readonly TimeSpan ProofLife = TimeSpan.FromDays(1);

    /// <summary>How long an exercise can be answered from its mail.</summary>
    public static readonly TimeSpan AnswerLife = TimeSpan.FromDays(120);

    /// <summary>What the address of an exercise begins with: its page is found by it.</summary>
    public const string AnswerPrefix = "e-";

    private readonly ITimeLimitedDataProtector answers =
        protection.CreateProtector("LearningBuddy.ExerciseAnswer").ToTimeLimitedDataProtector();

    private readonly ITimeLimitedDataProtector choices =
        protection.CreateProtector("LearningBuddy.MailChoice").ToTimeLimitedDataProtector();

    private readonly ITimeLimitedDataProtector proofs =
        protection.CreateProtector("LearningBuddy.AddressProof").ToTimeLimitedDataProtector();

    /// <summary>Where somebody chooses what arrives.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="language">The language the mail is in: the page is in the same.</param>
    public Uri ChoicePage(Guid personId, string language) => Address(Choice(personId), $"?culture={language}");

    /// <summary>Where a mail program posts to when its reader presses "unsubscribe" (RFC 8058).</summary>
    public Uri Stop(Guid personId) => Address(Choice(personId), "/stop");

    /// <summary>Where somebody says that an address is theirs.</summary>
    /// <param name="personId">Who typed it.</param>
    /// <param name="address">The address.</param>
    /// <param name="language">The language the mail is in.</param>
    public Uri ProofPage(Guid personId, string address, string language) =>
        Address(proofs.Protect($"{personId:N} {address}", clock.GetUtcNow() + ProofLife), $"/address?culture={language}");

    /// <summary>Where somebody answers an exercise.</summary>
    /// <param name="participationId">Whose.</param>
    /// <param name="nudgeId">Which.</param>
    /// <param name="language">The language the mail is in.</param>
    public Uri AnswerPage(Guid participationId, Guid nudgeId, string language) => Address(
        AnswerPrefix + answers.Protect($"{participationId:N} {nudgeId:N}", clock.GetUtcNow() + AnswerLife), $"?culture={language}");

    /// <summary>Which exercise it is, and whose; null for a token that is none or has run out.</summary>
    public (Guid ParticipationId, Guid NudgeId)? ReadAnswer(string token) =>
        token.StartsWith(AnswerPrefix, StringComparison.Ordinal)
        && Read(answers, token[AnswerPrefix.Length..])?.Split(' ') is [var learner, var nudge]
        && Guid.TryParseExact(learner, "N", out var participationId) && Guid.TryParseExact(nudge, "N", out var nudgeId)
            ? (participationId, nudgeId)
            : null;

    /// <summary>Whose choice it is; null for a token that is none or has run out.</summary>
    public Guid? ReadChoice(string token) => Guid.TryParseExact(Read(choices, token), "N", out var person) ? person : null;

    /// <summary>Whose address it is; null for a token that is none or has run out.</summary>
    public (Guid PersonId, string Address)? ReadProof(string token) =>
        Read(proofs, token)?.Split(' ', 2) is [var id, var address] && Guid.TryParseExact(id, "N", out var person)
            ? (person, address)
            : null;

    private string Choice(Guid personId) => choices.Protect($"{personId:N}", clock.GetUtcNow() + ChoiceLife);

    private Uri Address(string token, string rest) => new(options.Value.PublicUrl, $"/n/{token}{rest}");

    private string? Read(ITimeLimitedDataProtector protector, string token)
    {
        try
        {
            var said = protector.Unprotect(token, out var until);
            return until > clock.GetUtcNow() ? said : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
