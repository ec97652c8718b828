using LearningBuddy.LtiTool.Data.Rows;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Sends one kind of delivery. One class a kind of destination.</summary>
internal interface IDeliverySender
{
    /// <summary>What it sends.</summary>
    DeliveryKind Kind { get; }

    /// <summary>
    /// Sends deliveries of one destination, oldest first, and says what became of each. Safe to repeat:
    /// everything sent carries an id that stays.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, DeliveryOutcome>> SendAsync(string destination, IReadOnlyList<DeliveryRow> batch, CancellationToken ct);

    /// <summary>
    /// A delivery was parked: whatever says "on its way" must not say so for ever. Part of the transaction that parks it.
    /// </summary>
    Task GaveUpAsync(DeliveryRow row, string answer, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>What became of a try.</summary>
internal abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>The other side has it, or needs nothing any more.</summary>
    /// <param name="Answer">What it said; no personal data.</param>
    public sealed record Done(string Answer) : DeliveryOutcome;

    /// <summary>Trying this one again may help.</summary>
    /// <param name="Answer">What it said.</param>
    /// <param name="NotBefore">How long to wait at least, or null.</param>
    public sealed record Again(string Answer, TimeSpan? NotBefore = null) : DeliveryOutcome;

    /// <summary>It may not leave at this hour. That is nobody's failure and uses up no try.</summary>
    /// <param name="Answer">Why.</param>
    /// <param name="Until">When it may, UTC.</param>
    public sealed record Held(string Answer, DateTimeOffset Until) : DeliveryOutcome;

    /// <summary>
    /// The destination itself can't take anything now: this one is tried again, and everything else for it may have to wait too.
    /// </summary>
    /// <param name="Answer">What it said, or why nothing came.</param>
    /// <param name="NotBefore">What it asked for by <c>Retry-After</c>, or null.</param>
    public sealed record Unavailable(string Answer, TimeSpan? NotBefore = null) : DeliveryOutcome;

    /// <summary>Trying again doesn't help: a person has to look.</summary>
    public sealed record Park(string Answer) : DeliveryOutcome;
}
