using System.Security.Cryptography;
using System.Text;

namespace LearningBuddy.SampleData.Chance;

/// <summary>
/// Chance that is the same on every machine: SplitMix64, a few lines of integer arithmetic that are published and finished.
/// <see cref="Random"/> promises no sequence across versions of .NET, and a logarithm may differ in its last digit between
/// processors; so there is neither here. Fractions are made by one exact multiplication.
/// </summary>
/// <remarks>Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014, figure 17.</remarks>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>Dice of their own for everything that has a name: one more throw here changes nothing there.</summary>
    public static Dice Of(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return new Dice(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash));
    }

    /// <summary>64 bits.</summary>
    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 (included) to 1 (excluded), in steps of 2^-53.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True as often as asked.</summary>
    /// <param name="probability">0 (never) to 1 (always).</param>
    public bool Happens(double probability) => Fraction() < probability;

    /// <summary>0 (included) to <paramref name="count"/> (excluded).</summary>
    public int Below(int count) => (int)(((Next() >> 32) * (ulong)count) >> 32);

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>All of them, in another order.</summary>
    public List<T> Shuffle<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var last = list.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (list[last], list[other]) = (list[other], list[last]);
        }

        return list;
    }

    /// <summary>A number from a spread.</summary>
    public double From(Spread spread) => spread.At(Fraction());

    /// <summary>A time from a spread of hours, to the millisecond.</summary>
    public TimeSpan Hours(Spread hours) => TimeSpan.FromMilliseconds((long)(From(hours) * 3_600_000));

    /// <summary>A time from a spread of days, to the millisecond.</summary>
    public TimeSpan Days(Spread days) => TimeSpan.FromMilliseconds((long)(From(days) * 86_400_000));
}
