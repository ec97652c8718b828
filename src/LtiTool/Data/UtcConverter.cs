using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LearningBuddy.LtiTool.Data;

/// <summary>Times are stored as UTC without an offset: SQLite can then order by them, and both databases agree.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    value => value.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
