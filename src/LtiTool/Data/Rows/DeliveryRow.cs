using System.ComponentModel.DataAnnotations.Schema;

namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>Something that has to leave the tool: written with the event it comes from, sent by a worker.</summary>
public sealed class DeliveryRow
{
    /// <summary>Our own key; grows with time.</summary>
    public Guid Id { get; set; }

    /// <summary>What kind of destination.</summary>
    public DeliveryKind Kind { get; set; }

    /// <summary>
    /// Which destination of its kind: the name of a record store, or the key of a registration. Each has a queue of its own.
    /// </summary>
    public string Destination { get; set; } = "";

    /// <summary>The same thing is never queued twice: a statement's id and destination, a participation's score.</summary>
    public string DedupeKey { get; set; } = "";

    /// <summary>The event it comes from; empty for what no event brought.</summary>
    public Guid EventId { get; set; }

    /// <summary>What it is about: a participation, a person, what a guest was asked for; empty for statements of others.</summary>
    public Guid SubjectId { get; set; }

    /// <summary>Frozen body, or empty where the newest state is read at the moment of sending.</summary>
    public byte[] Payload { get; set; } = [];

    /// <summary>Whether its body was emptied, long after it was sent.</summary>
    public bool IsEmptied { get; set; }

    /// <summary>Where it stands.</summary>
    public DeliveryState State { get; set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before, UTC.</summary>
    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>The worker that has it now, or null.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>Until when nobody else takes it, UTC, or null.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Whether the worker before did not say how its try ended: the other side may have it. Not stored.</summary>
    [NotMapped]
    public bool MayHaveArrived { get; set; }

    /// <summary>What the other side said last, or null. No personal data.</summary>
    public string? LastAnswer { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was settled, UTC, or null.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>Key of a statement on its way to a record store.</summary>
    public static string StatementKey(Guid statementId, string destination) => $"statement:{statementId:N}:{destination}";
}

/// <summary>Kinds of destination.</summary>
public enum DeliveryKind
{
    /// <summary>An xAPI statement to a record store.</summary>
    Statement,

    /// <summary>A score to a gradebook.</summary>
    Score,

    /// <summary>A mail about what is new.</summary>
    Mail,

    /// <summary>A mail that asks whether an address is somebody's.</summary>
    AddressProof,

    /// <summary>A notification on one device.</summary>
    Push,

    /// <summary>A mail with a link for somebody outside the course: an invitation, or the way back.</summary>
    GuestLink,
}

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>Waits for its next try.</summary>
    Waiting,

    /// <summary>The other side has it.</summary>
    Sent,

    /// <summary>Gave up, or was refused: an administrator may send it again.</summary>
    Parked,
}
