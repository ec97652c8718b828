namespace LearningBuddy.Shared.People;

/// <summary>Somebody at a platform: registration and <c>sub</c>. The same human at two platforms is two persons.</summary>
public sealed class Person
{
    private Person()
    {
    }

    /// <summary>Makes a person known.</summary>
    public Person(Guid id, Guid platformId, string subject)
    {
        Id = id;
        PlatformId = platformId;
        Subject = subject;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The registration.</summary>
    public Guid PlatformId { get; private set; }

    /// <summary>The platform's id of the person, at most 255 characters, never shown.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Full name as the platform told it, or null.</summary>
    public string? Name { get; set; }

    /// <summary>E-mail address as the platform told it, or null. Never identity.</summary>
    public string? Email { get; set; }

    /// <summary>Language tag, or null.</summary>
    public string? Locale { get; set; }

    /// <summary>IANA time zone, or null.</summary>
    public string? TimeZone { get; set; }

    /// <summary>What the person asked to be called where the platform hides names; at most 80 characters.</summary>
    public string? ChosenName { get; private set; }

    /// <summary>What others see.</summary>
    public string DisplayName => Name ?? ChosenName ?? "Person " + Id.ToString("N")[^4..];

    /// <summary>Whether somebody should ask what to call this person.</summary>
    public bool HasNoName => Name is null && ChosenName is null;

    /// <summary>Takes the name the person wants to be called by.</summary>
    /// <exception cref="ArgumentException">Empty, or longer than 80 characters.</exception>
    public void CallMe(string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > 80)
        {
            throw new ArgumentException("A name has 1 to 80 characters.", nameof(name));
        }

        ChosenName = trimmed;
    }
}
