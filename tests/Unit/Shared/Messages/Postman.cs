using System.Collections.Immutable;
using LearningBuddy.Shared.Messages;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared.Messages;

/// <summary>
/// Whoever sends one person's messages, in the plainest way: asks about all that waits whenever it looks, and puts together what may be.
/// What must hold of each answer is held here.
/// </summary>
internal sealed class Postman(MessagePace pace)
{
    private const MessageChannels Outside = MessageChannels.Mail | MessageChannels.Push;

    private readonly List<Waiting> waiting = [];
    private readonly List<DateTimeOffset> counted = [];

    /// <summary>When something that counts went outside the tool.</summary>
    public IReadOnlyList<DateTimeOffset> Counted => counted;

    /// <summary>When to look again, or null when nothing waits.</summary>
    public DateTimeOffset? Wake => waiting.Count == 0 ? null : waiting.Min(message => message.At);

    public void Take(MessageKind kind, DateTimeOffset now, TimeSpan doneAfter) => waiting.Add(new(kind, now + doneAfter, now));

    public void Work(DateTimeOffset now)
    {
        foreach (var alone in waiting.Where(message => !message.Kind.CanWait).ToList())
        {
            SendTogether([alone], now);
        }

        SendTogether([.. waiting.Where(message => message.Kind.CanWait)], now);
    }

    private void SendTogether(List<Waiting> messages, DateTimeOffset now)
    {
        var (before, counts) = (counted.ToImmutableArray(), false);
        foreach (var message in messages)
        {
            counts |= Settle(message, before, now);
        }

        if (counts)
        {
            counted.Add(now);
        }
    }

    /// <summary>Whether it went outside, and counts.</summary>
    private bool Settle(Waiting message, ImmutableArray<DateTimeOffset> before, DateTimeOffset now)
    {
        var counts = false;
        while (true)
        {
            switch (Decide(message, before, now))
            {
                case SendDecision.Send send:
                    AssertMayGo(message, send.Channels, now);
                    message.Pending &= ~send.Channels;
                    counts |= message.Kind.Counts && (send.Channels & Outside) != MessageChannels.None;
                    break;
                case SendDecision.Later later:
                    Assert.False(message.Kind.CanWait);
                    message.At = later.At;
                    return counts;
                case SendDecision.IntoDigest digest:
                    Assert.True(message.Kind.CanWait);
                    message.At = digest.At;
                    return counts;
                default:
                    waiting.Remove(message);
                    return counts;
            }
        }
    }

    private SendDecision Decide(Waiting message, ImmutableArray<DateTimeOffset> before, DateTimeOffset now)
    {
        var situation = new SendSituation(message.Kind, message.Pending, pace)
        {
            IsDone = now >= message.DoneAt,
            Reachable = Outside,
            Sent = before,
        };
        var decision = SendRules.Decide(situation, now);

        Assert.Equal(decision, SendRules.Decide(situation, now));
        if (decision is SendDecision.Later { At: var at })
        {
            AssertIsKept(situation, now, at);
        }
        else if (decision is SendDecision.IntoDigest { At: var inDigest })
        {
            AssertIsKept(situation, now, inDigest);
        }

        return decision;
    }

    /// <summary>What was held back for a moment goes at that moment when nothing has changed.</summary>
    private static void AssertIsKept(SendSituation situation, DateTimeOffset now, DateTimeOffset at)
    {
        Assert.True(at > now);
        Assert.IsType<SendDecision.Send>(SendRules.Decide(situation, at));
    }

    private void AssertMayGo(Waiting message, MessageChannels channels, DateTimeOffset now)
    {
        Assert.NotEqual(MessageChannels.None, channels);
        Assert.Equal(channels, channels & message.Pending);
        if ((channels & Outside) == MessageChannels.None)
        {
            return;
        }

        var isForced = !message.Kind.CanBeSwitchedOff;
        var days = isForced && pace.Quiet.Days == Weekdays.All ? Weekdays.None : pace.Quiet.Days;
        Assert.False(PlainClock.IsQuiet(pace.Quiet with { Days = days }, now, pace.Zone));
        Assert.True(isForced || pace.PausedUntil is null || now >= pace.PausedUntil);
        Assert.True(isForced || pace.SwitchedOff.All(off => (off.Channels & channels & Outside) == MessageChannels.None));
    }

    private sealed class Waiting(MessageKind kind, DateTimeOffset doneAt, DateTimeOffset at)
    {
        public MessageKind Kind { get; } = kind;

        public DateTimeOffset DoneAt { get; } = doneAt;

        public MessageChannels Pending { get; set; } = kind.Channels;

        public DateTimeOffset At { get; set; } = at;
    }
}
