using System.Text.RegularExpressions;
using Xunit;

namespace LearningBuddy.Tests.Unit.Architecture;

/// <summary>One writer owns consistency: nobody else locks, forgets what was loaded, notes events, or lets something follow from them.</summary>
public sealed partial class SpineTests
{
    private const string Writer = "src/LtiTool/Spine/JourneyWriter.cs";
    private const string Change = "src/LtiTool/Spine/JourneyChange.cs";

    [Fact]
    public void Only_the_writer_takes_locks()
    {
        AssertOnly(Locks(), Writer, "src/LtiTool/Spine/SubjectLocks.cs", "src/LtiTool/Spine/SpineServices.cs");

        // Nothing is changed in a node's turn: it keeps nodes apart while one of them waits for an LMS.
        AssertOnly(LockInSql(), "src/LtiTool/Spine/SubjectLocks.cs", "src/LtiTool/Data/NodeTurns.cs");
    }

    [Fact]
    public void Only_the_writer_forgets_what_was_loaded() => AssertOnly(Forgetting(), Writer);

    [Fact]
    public void Only_the_writer_stores_events() => AssertOnly(Storing(), Writer, "src/LtiTool/Data/Rows/JourneyEventRow.cs");

    [Fact]
    public void Only_a_change_notes_what_happened_and_what_follows() => AssertOnly(Following(), Change);

    [Fact]
    public void Only_the_writer_begins_a_change_and_asks_projections() => AssertOnly(Writing(), Writer);

    /// <summary>Pages, due items and readers change a journey through the writer: none of them repeats what lost a race.</summary>
    [Fact]
    public void Only_the_writer_tries_again() => AssertOnly(TryingAgain(), Writer, "src/LtiTool/Spine/LostRace.cs");

    private static void AssertOnly(Regex use, params string[] allowed)
    {
        var uses = (
            from file in SourceTree.Files("src/LtiTool", ".cs", ".cshtml")
            from line in SourceTree.CodeLines(file)
            where use.IsMatch(line)
            select (File: file, Line: line.Trim())).ToList();

        Assert.DoesNotContain(uses, found => !allowed.Contains(found.File));
        Assert.Contains(uses, found => found.File == allowed[0]);
    }

    [GeneratedRegex(@"\bSubjectLocks\b")]
    private static partial Regex Locks();

    [GeneratedRegex("pg_advisory|LOCK TABLE|FOR (NO KEY )?UPDATE(?! SKIP LOCKED)|FOR (KEY )?SHARE", RegexOptions.IgnoreCase)]
    private static partial Regex LockInSql();

    [GeneratedRegex(@"\bChangeTracker\b|EntityState\.Detached")]
    private static partial Regex Forgetting();

    [GeneratedRegex(
        @"new JourneyEventRow|JourneyEventRow\.From|Add(Range)?(Async)?\(.*JourneyEventRow|Set<JourneyEventRow>\(\)\.|Tables\.JourneyEvent|" +
        @"\.Events\.(Add|Attach|Update|Remove)|\.Events\b.*\.Execute(Update|Delete)")]
    private static partial Regex Storing();

    [GeneratedRegex(@"\bConsequences\.|new RecordedEvent\(|\.Apply\(recorded\)")]
    private static partial Regex Following();

    [GeneratedRegex(@"new JourneyChange\(|\.Settle\(\)|\.ProjectAsync\(")]
    private static partial Regex Writing();

    [GeneratedRegex(@"\bLostRace\b|catch \(DbUpdateConcurrencyException")]
    private static partial Regex TryingAgain();
}
