namespace LearningBuddy.Shared.Messages;

/// <summary>Decides whether, when and how a message goes. Pure: asked when it comes about, and again at the moment of sending.</summary>
public static class SendRules
{
    /// <summary>
    /// What is to be done now. The inbox gets it at once; mail and push wait for the end of a pause, of quiet hours and of the cap.
    /// </summary>
    /// <param name="situation">What is true now.</param>
    /// <param name="now">UTC.</param>
    public static SendDecision Decide(SendSituation situation, DateTimeOffset now)
    {
        if (WhyNotAtAll(situation) is { } reason)
        {
            return new SendDecision.Drop(reason);
        }

        var inbox = Pending(situation) & MessageChannels.InApp;
        var outside = Pending(situation) & ~MessageChannels.InApp & Wanted(situation) & situation.Reachable & ~situation.Bounced;
        var at = outside == MessageChannels.None ? null : FirstAllowed(situation, now);
        if (at <= now || inbox != MessageChannels.None)
        {
            return new SendDecision.Send(at <= now ? inbox | outside : inbox);
        }

        return at is not { } later ? new SendDecision.Drop(outside == MessageChannels.None ? WhyNowhere(situation) : DropReason.AlwaysQuiet)
            : situation.Kind.CanWait ? new SendDecision.IntoDigest(later)
            : new SendDecision.Later(later);
    }

    private static DropReason? WhyNotAtAll(SendSituation situation) => situation switch
    {
        { IsDone: true } => DropReason.Done,
        { HasLeft: true } => DropReason.LeftCourse,
        { IsJourneyClosed: true, Kind.CanBeSwitchedOff: true } => DropReason.JourneyClosed,
        _ when Pending(situation) == MessageChannels.None => DropReason.Done,
        _ => null,
    };

    /// <summary>Why no channel outside is left.</summary>
    private static DropReason WhyNowhere(SendSituation situation)
    {
        var wanted = Pending(situation) & Wanted(situation);
        return wanted == MessageChannels.None ? DropReason.SwitchedOff
            : (wanted & situation.Bounced) != MessageChannels.None ? DropReason.Bounced
            : DropReason.Unreachable;
    }

    private static MessageChannels Pending(SendSituation situation) => situation.Pending & situation.Kind.Channels;

    private static MessageChannels Wanted(SendSituation situation) => situation.Pace.Wanted(situation.Kind, situation.JourneyId);

    /// <summary>The first moment from now on at which nothing holds it back; null when there is none.</summary>
    private static DateTimeOffset? FirstAllowed(SendSituation situation, DateTimeOffset now)
    {
        var (at, before) = ((DateTimeOffset?)now, (DateTimeOffset?)null);
        while (at is { } asked && at != before)
        {
            (at, before) = (Later(situation, asked), at);
        }

        return at;
    }

    /// <summary>The same moment where nothing holds it back then, else a later one, at which something else may.</summary>
    private static DateTimeOffset? Later(SendSituation situation, DateTimeOffset at)
    {
        var (kind, pace) = (situation.Kind, situation.Pace);
        var unpaused = kind.CanBeSwitchedOff && pace.PausedUntil is { } end && end > at ? end : at;
        var allowed = pace.Quiet.NextAllowed(unpaused, pace.Zone) ?? (kind.CanBeSwitchedOff ? null : InFreeHour(pace, unpaused));
        return kind.Counts && allowed is { } free ? MessageCap.NextAllowed(free, situation.Sent, pace.Zone) : allowed;
    }

    /// <summary>To make every day quiet is no way to switch off what can't be: then the hours alone hold.</summary>
    private static DateTimeOffset? InFreeHour(MessagePace pace, DateTimeOffset at) =>
        (pace.Quiet with { Days = Weekdays.None }).NextAllowed(at, pace.Zone);
}
