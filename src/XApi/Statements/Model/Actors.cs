using System.Text.Json.Serialization;

namespace LearningBuddy.XApi.Statements.Model;

/// <summary>What a statement can be about (2.4.4 of 1.0.3, 4.2.2.3 of 2.0). <c>objectType</c> is always written.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "objectType")]
[JsonDerivedType(typeof(Agent), "Agent")]
[JsonDerivedType(typeof(Group), "Group")]
[JsonDerivedType(typeof(Activity), "Activity")]
[JsonDerivedType(typeof(StatementRef), "StatementRef")]
public abstract record StatementObject;

/// <summary>Who did it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "objectType")]
[JsonDerivedType(typeof(Agent), "Agent")]
[JsonDerivedType(typeof(Group), "Group")]
public abstract record Actor : StatementObject;

/// <summary>One person or system, with exactly one inverse functional identifier.</summary>
public sealed record Agent : Actor
{
    private Agent(Account? account, string? mbox) => (Account, Mbox) = (account, mbox);

    /// <value>A <c>mailto:</c> IRI, or null.</value>
    [JsonPropertyName("mbox")] public string? Mbox { get; }

    /// <value>An account on a system, or null.</value>
    [JsonPropertyName("account")] public Account? Account { get; }

    /// <summary>An agent known by an account.</summary>
    public static Agent Of(Account account) => new(account, mbox: null);

    /// <summary>An agent known by a mailbox.</summary>
    /// <param name="mbox">A <c>mailto:</c> IRI.</param>
    public static Agent OfMailbox(string mbox) => new(account: null, mbox);
}

/// <summary>An identified group. Members are left out on purpose: a name of a group needs no list of people.</summary>
/// <param name="Name">Neutral name.</param>
/// <param name="Account">What identifies it.</param>
public sealed record Group(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("account")] Account Account) : Actor;

/// <summary>An account on a system (2.4.2.4 of 1.0.3).</summary>
/// <param name="HomePage">IRL of the system; compared as text.</param>
/// <param name="Name">Identity there; never trimmed or folded.</param>
public sealed record Account(
    [property: JsonPropertyName("homePage")] string HomePage,
    [property: JsonPropertyName("name")] string Name);

/// <summary>Points at another statement.</summary>
public sealed record StatementRef([property: JsonPropertyName("id")] Guid Id) : StatementObject;
