using System.Data.Common;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>What the database knew before a launch.</summary>
internal sealed record KnownLaunch
{
    public Guid? PersonId { get; private init; }

    public string? Name { get; private init; }

    public string? Email { get; private init; }

    public string? Locale { get; private init; }

    public string? TimeZone { get; private init; }

    public Guid? CourseId { get; private init; }

    public string? CourseTitle { get; private init; }

    public string? MembershipsUrl { get; private init; }

    public string? EnrolledAs { get; private init; }

    public bool IsActive { get; private init; }

    public bool IsRoleFromLaunch { get; private init; }

    public string? Groups { get; private init; }

    public Guid? JourneyId { get; private init; }

    public bool IsSetUp { get; private init; }

    public string? LineItemUrl { get; private init; }

    public string? LineItemsUrl { get; private init; }

    public Guid? DesignId { get; private init; }

    public Guid? LinkedDesignId { get; private init; }

    /// <summary>The column that a further link has of its own.</summary>
    public string? OwnLineItemUrl { get; private init; }

    /// <summary>Reads the row of the one question.</summary>
    public static KnownLaunch Read(DbDataReader row) => new()
    {
        PersonId = Id(row, 0),
        Name = Text(row, 1),
        Email = Text(row, 2),
        Locale = Text(row, 3),
        TimeZone = Text(row, 4),
        CourseId = Id(row, 5),
        CourseTitle = Text(row, 6),
        MembershipsUrl = Text(row, 7),
        EnrolledAs = Text(row, 8),
        IsActive = !row.IsDBNull(9) && row.GetBoolean(9),
        IsRoleFromLaunch = !row.IsDBNull(10) && row.GetBoolean(10),
        Groups = Text(row, 11),
        JourneyId = Id(row, 12),
        IsSetUp = !row.IsDBNull(13) && row.GetBoolean(13),
        LineItemUrl = Text(row, 14),
        LineItemsUrl = Text(row, 15),
        DesignId = Id(row, 16),
        LinkedDesignId = Id(row, 17),
        OwnLineItemUrl = Text(row, 18),
    };

    private static Guid? Id(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
