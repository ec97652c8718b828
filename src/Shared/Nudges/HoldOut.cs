using System.Buffers.Binary;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Nudges;

/// <summary>
/// Decides who gets no exercises, so that it can be seen whether they help: by chance, and always the same for one person in one journey.
/// A larger share leaves out the same people and others.
/// </summary>
public static class HoldOut
{
    /// <summary>Whether a learner gets none.</summary>
    /// <param name="journeyId">The journey.</param>
    /// <param name="learnerId">The person.</param>
    /// <param name="percent">The share of learners who get none.</param>
    public static bool Holds(Guid journeyId, Guid learnerId, int percent)
    {
        Span<byte> lot = stackalloc byte[16];
        DerivedId.From(journeyId, $"hold-out {learnerId:N}").TryWriteBytes(lot, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt32BigEndian(lot) < percent / 100.0 * uint.MaxValue;
    }
}
