using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.People;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// One thing that people outside the course are asked for. The door knows links, people and sessions; what was asked, and what an answer
/// means, knows the theme that asks.
/// </summary>
internal interface IGuestPurpose
{
    /// <summary>Which.</summary>
    GuestPurpose Purpose { get; }

    /// <summary>What was asked, as it stands; null when there is none, or the journey no longer has the theme.</summary>
    /// <param name="subjectId">As in <see cref="GuestLink.SubjectId"/>.</param>
    /// <param name="ct">Stops.</param>
    Task<GuestAsk?> FindAsync(Guid subjectId, CancellationToken ct);

    /// <summary>The guest says yes. False, and nothing is changed, when that is no longer possible.</summary>
    /// <param name="subjectId">As in <see cref="GuestLink.SubjectId"/>.</param>
    /// <param name="personId">Who the guest turned out to be. Their row may not be stored yet.</param>
    /// <param name="change">The change it is part of; the learner is one of its subjects.</param>
    /// <param name="ct">Stops.</param>
    Task<bool> AcceptAsync(Guid subjectId, Guid personId, JourneyChange change, CancellationToken ct);

    /// <summary>The guest says no. False, and nothing is changed, when that is no longer possible.</summary>
    /// <param name="subjectId">As in <see cref="GuestLink.SubjectId"/>.</param>
    /// <param name="reason">Why, for who asked alone; or null.</param>
    /// <param name="change">The change it is part of.</param>
    /// <param name="ct">Stops.</param>
    Task<bool> DeclineAsync(Guid subjectId, string? reason, JourneyChange change, CancellationToken ct);

    /// <summary>A guest who said yes stops. False, and nothing is changed, when it is over already.</summary>
    /// <param name="subjectId">As in <see cref="GuestLink.SubjectId"/>.</param>
    /// <param name="personId">The guest.</param>
    /// <param name="change">The change it is part of.</param>
    /// <param name="ct">Stops.</param>
    Task<bool> LeaveAsync(Guid subjectId, Guid personId, JourneyChange change, CancellationToken ct);

    /// <summary>Notes that the address refuses mail for good, for who asked to read.</summary>
    /// <param name="subjectId">As in <see cref="GuestLink.SubjectId"/>.</param>
    /// <param name="ct">Stops.</param>
    Task RefuseAddressAsync(Guid subjectId, CancellationToken ct);
}

/// <summary>Everything that people outside the course are asked for.</summary>
internal sealed class GuestPurposes(IEnumerable<IGuestPurpose> all)
{
    private readonly Dictionary<GuestPurpose, IGuestPurpose> byKind = all.ToDictionary(one => one.Purpose);

    /// <summary>One of them.</summary>
    public IGuestPurpose Of(GuestPurpose purpose) => byKind[purpose];

    /// <summary>What a link is about, as it stands; null when nothing is asked there any more.</summary>
    public async Task<GuestAsk?> FindAsync(GuestScope scope, CancellationToken ct) =>
        byKind.TryGetValue(scope.Purpose, out var purpose) ? AsAllowed(await purpose.FindAsync(scope.SubjectId, ct)) : null;

    /// <summary>What this is about, whatever the purpose; null when nothing is asked there any more.</summary>
    public async Task<GuestAsk?> FindAsync(Guid subjectId, CancellationToken ct)
    {
        foreach (var purpose in byKind.Values)
        {
            if (await purpose.FindAsync(subjectId, ct) is { } ask)
            {
                return AsAllowed(ask);
            }
        }

        return null;
    }

    /// <summary>Where the journey asks nobody from outside any more, what is open is over; who said yes stays.</summary>
    private static GuestAsk? AsAllowed(GuestAsk? ask) =>
        ask is { State: GuestAskState.Open, Design.AllowsGuests: false } ? ask with { State = GuestAskState.Over } : ask;
}
