namespace LearningBuddy.Shared.Buddies;

/// <summary>A code somebody can read out over the telephone: eight letters and digits without look-alikes.</summary>
public static class InvitationCode
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>Makes a code from random octets, of which eight are used.</summary>
    public static string From(ReadOnlySpan<byte> random)
    {
        Span<char> code = stackalloc char[8];
        for (var i = 0; i < code.Length; i++)
        {
            code[i] = Alphabet[random[i] % Alphabet.Length];
        }

        return new string(code);
    }

    /// <summary>What somebody typed, in the form it is stored: no spaces or hyphens, upper case.</summary>
    public static string Normalise(string typed) =>
        new([.. typed.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
