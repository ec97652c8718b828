using System.Text.Json;
using LearningBuddy.XApi.Lrs.Intake;

namespace LearningBuddy.XApi.Lrs.Storage;

/// <summary>Reads from a stored statement how it is connected with others.</summary>
internal static class StatementLinks
{
    private const string Voided = "http://adlnet.gov/expapi/verbs/voided";

    /// <summary>What a stored statement is found by, and the statement that is its object.</summary>
    public static (IReadOnlyCollection<long> Terms, Guid? Target) Read(ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload);
        var about = document.RootElement.GetProperty("object");
        Guid? target = about.TryGetProperty("objectType", out var type) && type.ValueEquals("StatementRef")
            ? about.GetProperty("id").GetGuid()
            : null;
        var terms = StatementTerms.Of(document.RootElement);
        terms.AddRelatedAgent(document.RootElement.GetProperty("authority"));
        return (terms.Terms, target);
    }

    /// <summary>A voiding statement can't be voided (2.3.2 of 1.0.3, 4.2.5 of 2.0).</summary>
    public static bool IsVoiding(ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload);
        return document.RootElement.GetProperty("verb").GetProperty("id").ValueEquals(Voided);
    }
}
