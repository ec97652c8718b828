using LearningBuddy.LtiTool.Spine;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>Locks are taken in one order everywhere, so that two changes never wait for each other.</summary>
public sealed class SubjectsTests
{
    private static readonly Guid First = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Second = new("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Third = new("00000000-0000-0000-0000-000000000003");

    [Fact]
    public void However_they_are_named_locks_have_one_order_and_each_is_taken_once()
    {
        Guid[] keys = [First, Second, Third];

        Assert.Equal(keys, KeysOf(Subjects.Of(Third, First, Second, First)));
        Assert.Equal(keys, KeysOf(Subjects.Of(Third, Second).And(First)));
        Assert.Equal(keys, KeysOf(Subjects.Of(First).And(Third).And(Second).And(Third)));
    }

    [Fact]
    public void A_person_beside_the_learners_is_locked_and_not_loaded() =>
        Assert.Equal([Second], Subjects.Of(Second).And(First).Participations);

    [Fact]
    public void Whoever_begins_holds_the_design_shared_and_their_own_beginning_alone()
    {
        var locks = Subjects.Beginning(First, Second).Locks;

        Assert.Equal([First], locks.Where(one => one.IsShared).Select(one => one.Key));
        Assert.Single(locks, one => !one.IsShared);
        Assert.Equal(locks, Subjects.Beginning(First, Second).Locks);
        Assert.DoesNotContain(Assert.Single(locks, one => !one.IsShared), Subjects.Beginning(First, Third).Locks);
        Assert.False(Assert.Single(Subjects.Design(First).Locks).IsShared);
    }

    [Fact]
    public void Nothing_is_locked_for_what_nobody_else_changes() => Assert.Empty(Subjects.None.Locks);

    private static IEnumerable<Guid> KeysOf(Subjects subjects) => subjects.Locks.Select(one => one.Key);
}
