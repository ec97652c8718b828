namespace LearningBuddy.Shared.Core;

/// <summary>Points a reviewer or assessor gave, on the scale that was used.</summary>
/// <param name="Raw">Points, between <paramref name="Min"/> and <paramref name="Max"/>, both included.</param>
/// <param name="Min">Lowest level of the scale.</param>
/// <param name="Max">Highest level of the scale, above <paramref name="Min"/>.</param>
public sealed record Points(double Raw, double Min, double Max)
{
    /// <value>0 (lowest level) to 1 (highest level), both included.</value>
    public double Scaled => (Raw - Min) / (Max - Min);
}

/// <summary>A file, without the name somebody gave it.</summary>
/// <param name="ContentType">Media type.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="Sha256">SHA-256 of the content, 64 lower-case hexadecimal digits.</param>
public sealed record FileRef(string ContentType, long Length, string Sha256);

/// <summary>In which role somebody looks at a learner's work.</summary>
public enum ReviewerRole
{
    /// <summary>The learner's learning buddy.</summary>
    Buddy,

    /// <summary>Another learner of the journey.</summary>
    Peer,

    /// <summary>The facilitator.</summary>
    Facilitator,

    /// <summary>The learner's manager.</summary>
    Manager,

    /// <summary>Somebody outside the journey who saw it happen.</summary>
    Witness,
}
