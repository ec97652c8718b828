using System.Collections.Immutable;

namespace LearningBuddy.Shared.Core;

/// <summary>
/// Something with a date that lies ahead of a person: what a calendar and the picture of the next weeks are made of. It holds ids and no
/// words.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">What it is about: with the kind it names the same thing, however often that is moved.</param>
public sealed record Upcoming(UpcomingKind Kind, Guid Subject)
{
    /// <summary>The journey; empty for what belongs to none.</summary>
    public Guid JourneyId { get; init; }

    /// <summary>A whole day, the same wherever one is; null where there is a moment.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>When it begins or comes, or until when it is to be done, UTC; null where there is a whole day.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>How long it takes; null for what takes no time of its own.</summary>
    public TimeSpan? Lasts { get; init; }

    /// <summary>Who else has part in it, to be named.</summary>
    public ImmutableArray<Guid> People { get; init; } = [];

    /// <summary>What the people of a meeting do together, as a word of <see cref="Groups.GroupKind"/>; null for anything else.</summary>
    public string? Together { get; init; }

    /// <summary>Key of the behaviour it is about, or null.</summary>
    public string? BehaviourId { get; init; }

    /// <summary>How often it was changed: a calendar takes the newer one.</summary>
    public int Changes { get; init; }

    /// <summary>Whether it was called off.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Whether it belongs into a calendar. What comes by itself doesn't: nobody has to be there.</summary>
    public bool IsForCalendars => Kind is not (UpcomingKind.Exercise or UpcomingKind.News);

    /// <summary>Whether <see cref="At"/> is the end of the time for something.</summary>
    public bool IsDeadline => Kind is UpcomingKind.Invitation or UpcomingKind.OwnQuestion or UpcomingKind.Question;

    /// <summary>What lies ahead of one learner in one journey, by the themes that are switched on.</summary>
    /// <param name="journeyId">The journey.</param>
    /// <param name="design">The version of its design that holds.</param>
    /// <param name="progress">The learner's; <see cref="Progress.None"/> for somebody who doesn't learn there.</param>
    public static IEnumerable<Upcoming> Of(Guid journeyId, JourneyDesign design, Progress progress) =>
        from theme in Themes.All
        where theme.Upcoming is not null && theme.IsOn(design)
        from one in theme.Upcoming!(design, progress)
        select one with { JourneyId = journeyId, Subject = one.Subject == Guid.Empty ? journeyId : one.Subject };

    /// <summary>The day it is on where the person is: what ends at midnight is on the day that ends.</summary>
    public DateOnly DayIn(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var moment = At is { } at && IsDeadline ? at.AddTicks(-1) : At;
        return Day ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment ?? DateTimeOffset.MinValue, zone).DateTime);
    }
}

/// <summary>What lies ahead.</summary>
public enum UpcomingKind
{
    /// <summary>A journey's first day.</summary>
    JourneyStart,

    /// <summary>A journey's last day.</summary>
    JourneyEnd,

    /// <summary>A group meets.</summary>
    Meeting,

    /// <summary>Somebody waits for an answer to an invitation.</summary>
    Invitation,

    /// <summary>An answer to the person's own question was promised by then.</summary>
    OwnQuestion,

    /// <summary>Somebody else's question is to be answered.</summary>
    Question,

    /// <summary>A certification's last day.</summary>
    CertificateEnd,

    /// <summary>A small exercise comes.</summary>
    Exercise,

    /// <summary>What is held at the moment comes by mail.</summary>
    News,
}

/// <summary>What lies ahead of a learner because of one theme. An empty subject stands for the journey.</summary>
/// <param name="design">The journey's design.</param>
/// <param name="progress">The learner's history.</param>
public delegate IEnumerable<Upcoming> UpcomingRule(JourneyDesign design, Progress progress);
