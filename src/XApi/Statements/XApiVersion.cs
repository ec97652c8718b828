namespace LearningBuddy.XApi.Statements;

/// <summary>The two versions of the specification that are spoken here.</summary>
public enum XApiVersion
{
    /// <summary>xAPI 1.0.3 (ADL).</summary>
    V103,

    /// <summary>xAPI 2.0 (IEEE 9274.1.1).</summary>
    V200,
}

/// <summary>How versions are written in headers and statements.</summary>
public static class XApiVersions
{
    /// <summary>Request and response header of every resource but <c>about</c>.</summary>
    public const string Header = "X-Experience-API-Version";

    /// <summary>The version as it is written in the response header.</summary>
    public static string ToHeader(this XApiVersion version) => version switch
    {
        XApiVersion.V103 => "1.0.3",
        XApiVersion.V200 => "2.0.0",
    };

    /// <summary>What an LRS writes into <c>statement.version</c> when the sender left it out (2.4.10 of 1.0.3; 4.2.4.3 of 2.0).</summary>
    public static string ToStatementVersion(this XApiVersion version) => version switch
    {
        XApiVersion.V103 => "1.0.0",
        XApiVersion.V200 => "2.0.0",
    };

    /// <summary>Reads a version header: <c>1.0</c>, <c>1.0.x</c>, <c>2.0</c> and <c>2.0.x</c> are known; anything else is null.</summary>
    public static XApiVersion? Parse(ReadOnlySpan<char> header) => header switch
    {
        "1.0" => XApiVersion.V103,
        "2.0" => XApiVersion.V200,
        _ when IsPatchOf(header, "1.0.") => XApiVersion.V103,
        _ when IsPatchOf(header, "2.0.") => XApiVersion.V200,
        _ => null,
    };

    private static bool IsPatchOf(ReadOnlySpan<char> header, string prefix) =>
        header.StartsWith(prefix, StringComparison.Ordinal) && header.Length > prefix.Length
        && header[prefix.Length..].IndexOfAnyExceptInRange('0', '9') < 0;
}
