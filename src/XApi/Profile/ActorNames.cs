using System.Security.Cryptography;
using System.Text;
using LearningBuddy.XApi.Statements.Model;

namespace LearningBuddy.XApi.Profile;

/// <summary>Writes everybody in a statement the way the destination names people.</summary>
/// <param name="naming">The destination's way.</param>
/// <param name="toolRoot">The tool's address, home page of its own account.</param>
internal sealed class ActorNames(ActorNaming naming, string toolRoot)
{
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    public Agent Of(Identity identity) => identity is Identity.Person person
        ? OfPerson(person.Account)
        : Agent.Of(new Account(toolRoot, "learning-buddy"));

    private Agent OfPerson(PersonAccount person) => naming switch
    {
        ActorNaming.Pseudonym pseudonym => Agent.Of(new Account(pseudonym.HomePage, PseudonymOf(person, pseudonym.Key.Span))),
        ActorNaming.Mailbox when person.Mailbox is { Length: > 0 } mailbox => Agent.OfMailbox("mailto:" + mailbox),
        ActorNaming.PlatformAccount { HomePage: { } homePage } => Agent.Of(new Account(homePage, person.Name)),
        _ => Agent.Of(new Account(person.HomePage, person.Name)),
    };

    /// <summary>HMAC-SHA-256 of <c>homePage|name</c>, written in 52 lower-case letters and digits.</summary>
    private static string PseudonymOf(PersonAccount person, ReadOnlySpan<byte> key)
    {
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{person.HomePage}|{person.Name}"));
        return string.Create(52, hash, static (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                var bit = i * 5;
                var window = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
                text[i] = Base32[(window >> (11 - bit % 8)) & 31];
            }
        });
    }
}
