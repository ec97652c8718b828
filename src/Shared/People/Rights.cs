using System.Collections.Frozen;
using LearningBuddy.Shared.Groups;

namespace LearningBuddy.Shared.People;

/// <summary>What somebody may do with what: one table, relation by thing. What isn't in it isn't allowed.</summary>
public static class Rights
{
    /// <summary>The table.</summary>
    public static readonly FrozenDictionary<(Relation Relation, Thing Thing), Right> Table = new Dictionary<(Relation, Thing), Right>
    {
        // What is one's own.
        [(Relation.Self, Thing.Participation)] = Right.See,
        [(Relation.Self, Thing.Draft)] = Right.See | Right.Write,
        [(Relation.Self, Thing.SentEvidence)] = Right.See,
        [(Relation.Self, Thing.Question)] = Right.See | Right.Write,
        [(Relation.Self, Thing.Talk)] = Right.See | Right.Write,

        // What somebody asked for.
        [(Relation.Buddy, Thing.Participation)] = Right.See,
        [(Relation.Buddy, Thing.SentEvidence)] = Right.See | Right.Attest,
        [(Relation.Buddy, Thing.Talk)] = Right.See | Right.Write,
        [(Relation.Witness, Thing.SentEvidence)] = Right.See | Right.Attest,
        [(Relation.Buddy, Thing.View)] = Right.See | Right.Write,
        [(Relation.Viewer, Thing.View)] = Right.See | Right.Write,
        [(Relation.Addressee, Thing.Question)] = Right.See | Right.Answer,

        // What goes with the role in the course.
        [(Relation.Facilitator, Thing.Participation)] = Right.See | Right.Write,
        [(Relation.Facilitator, Thing.SentEvidence)] = Right.See | Right.Review,
        [(Relation.Facilitator, Thing.View)] = Right.See | Right.Write,
        [(Relation.Facilitator, Thing.Question)] = Right.See | Right.Answer,
        [(Relation.Facilitator, Thing.Group)] = Right.See,
        [(Relation.Facilitator, Thing.GroupSession)] = Right.See | Right.Write,
        [(Relation.Facilitator, Thing.Grades)] = Right.See | Right.Write,
        [(Relation.Facilitator, Thing.Statements)] = Right.See,
        [(Relation.Facilitator, Thing.ExerciseFigures)] = Right.See,
        [(Relation.Instructor, Thing.Design)] = Right.See | Right.Write,
        [(Relation.Instructor, Thing.ExerciseFigures)] = Right.See,
        [(Relation.Learner, Thing.OwnJourney)] = Right.See | Right.Write,
        [(Relation.Learner, Thing.GroupSession)] = Right.See,
        [(Relation.Learner, Thing.Statements)] = Right.See,
        [(Relation.Visitor, Thing.Journey)] = Right.See,
        [(Relation.Visitor, Thing.EvidencePages)] = Right.See,
        [(Relation.Visitor, Thing.BuddyTalks)] = Right.See,
        [(Relation.Visitor, Thing.PathViews)] = Right.See,

        // What goes with a guest link. Nothing of the journey itself: what the learner shares is asked for each piece.
        [(Relation.Guest, Thing.GuestArea)] = Right.See | Right.Write,
        [(Relation.Guest, Thing.EvidencePages)] = Right.See,
        [(Relation.Guest, Thing.BuddyTalks)] = Right.See,
        [(Relation.Guest, Thing.PathViews)] = Right.See,
    }.ToFrozenDictionary();

    /// <summary>What somebody in a learner's group is to that learner.</summary>
    public static Relation InGroup(GroupKind kind, GroupPart part) => (kind, part) switch
    {
        (GroupKind.BuddyPair, GroupPart.Buddy) => Relation.Buddy,
        _ => Relation.Visitor,
    };

    /// <summary>Whether a relation gives a right.</summary>
    public static bool Allow(Relation relation, Thing thing, Right right) =>
        Table.TryGetValue((relation, thing), out var given) && given.HasFlag(right);

    /// <summary>Whether one of several relations gives a right.</summary>
    public static bool Allow(IEnumerable<Relation> relations, Thing thing, Right right) =>
        relations.Any(relation => Allow(relation, thing, right));
}

/// <summary>What somebody is to a thing: from the enrolment, from a group, or from having been asked.</summary>
public enum Relation
{
    /// <summary>Has a session in the journey.</summary>
    Visitor,

    /// <summary>Came from outside the course by a guest link, for what they were asked for.</summary>
    Guest,

    /// <summary>Learns in the course.</summary>
    Learner,

    /// <summary>The learner whose it is.</summary>
    Self,

    /// <summary>The learner's learning buddy.</summary>
    Buddy,

    /// <summary>Was asked to say what they saw of this one thing.</summary>
    Witness,

    /// <summary>Was asked how they see this learner.</summary>
    Viewer,

    /// <summary>One of those a question was asked.</summary>
    Addressee,

    /// <summary>Facilitates the journey.</summary>
    Facilitator,

    /// <summary>Sets the journey up.</summary>
    Instructor,
}

/// <summary>What something may be done with.</summary>
public enum Thing
{
    /// <summary>The journey's pages that are for everybody in it.</summary>
    Journey,

    /// <summary>The pages that show one piece of evidence and its files: what they show is asked for the piece.</summary>
    EvidencePages,

    /// <summary>The pages on which a pair talks: what they show is asked for the pair, and only its two see it.</summary>
    BuddyTalks,

    /// <summary>The page on which somebody says how they see a learner: what they are to that learner is asked for the learner.</summary>
    PathViews,

    /// <summary>The pages of somebody who came by a guest link.</summary>
    GuestArea,

    /// <summary>The pages on which a learner does the journey.</summary>
    OwnJourney,

    /// <summary>A learner's way so far: what was sent, and the grade.</summary>
    Participation,

    /// <summary>A piece of evidence while it is written.</summary>
    Draft,

    /// <summary>A piece of evidence that was sent.</summary>
    SentEvidence,

    /// <summary>What a learner and a learning buddy write for each other: nobody else's, whatever their role.</summary>
    Talk,

    /// <summary>How one person sees a learner: theirs to give, and of the learner they see nothing but the behaviours.</summary>
    View,

    /// <summary>A question with its answers.</summary>
    Question,

    /// <summary>Everybody's names and figures.</summary>
    Group,

    /// <summary>A group session: learners take part, whoever leads it opens, arranges and ends it.</summary>
    GroupSession,

    /// <summary>Everybody's grades.</summary>
    Grades,

    /// <summary>The journey's statements.</summary>
    Statements,

    /// <summary>The journey's design.</summary>
    Design,

    /// <summary>What became of the exercises after the course, over all learners: figures without names.</summary>
    ExerciseFigures,
}

/// <summary>What may be done.</summary>
[Flags]
public enum Right
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Read it.</summary>
    See = 1,

    /// <summary>Change it.</summary>
    Write = 2,

    /// <summary>Say that it happened.</summary>
    Attest = 4,

    /// <summary>Confirm or return it.</summary>
    Review = 8,

    /// <summary>Answer it.</summary>
    Answer = 16,
}
