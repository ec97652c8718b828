using System.Buffers;
using MimeKit;

namespace LearningBuddy.LtiTool.Settings;

/// <summary>Reads what stands as a mail address.</summary>
internal static class MailAddresses
{
    private static readonly SearchValues<char> NotInAnAddress = SearchValues.Create(" \t\r\n\0<>()[]\\,;:\"\u2028\u2029");

    /// <summary>An address without a name, such as <c>ann@school.example</c>; null when it is none.</summary>
    public static MailboxAddress? Find(string? address) =>
        address is not null && !address.AsSpan().ContainsAny(NotInAnAddress) ? FindNamed(address) : null;

    /// <summary>An address that may have a name, such as <c>School &lt;buddy@school.example&gt;</c>; null when it is none.</summary>
    public static MailboxAddress? FindNamed(string? address) =>
        !string.IsNullOrWhiteSpace(address)
        && MailboxAddress.TryParse(address, out var found)
        && found.LocalPart.Length > 0
        && found.Domain.Length > 0
            ? found
            : null;
}
