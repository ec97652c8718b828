extern alias demolms;

using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Integration.Journey.Kit;

namespace LearningBuddy.Tests.Integration.Journey.AtOnce;

/// <summary>A class of a stage: thirty learners and four facilitators, each with an open session.</summary>
internal sealed class Cast : IDisposable
{
    public const int Learners = 30;
    public const int Facilitators = 4;

    private readonly List<Visitor> sessions = [];
    private readonly List<Guid> people = [];

    private Cast(Stage stage) => Stage = stage;

    public Stage Stage { get; }

    /// <summary>The first facilitator: the one who may change the set-up.</summary>
    public static int Instructor => Learners;

    /// <summary>The design's key.</summary>
    public Guid DesignId { get; private set; }

    /// <summary>The fields of the set-up as the instructor opened it.</summary>
    public IReadOnlyList<(string Name, string Value)> SetUp { get; private set; } = [];

    /// <summary>Pieces of evidence by learner and round.</summary>
    public Dictionary<(int Learner, int Round), Guid> Pieces { get; } = [];

    public static async Task<Cast> OpenAsync(Stage stage, Classroom room)
    {
        var cast = new Cast(stage);
        foreach (var person in Everybody())
        {
            room.School.Add(person);
            room.Course.Enrol(new Enrolment(person, Role(cast.sessions.Count)));
            var session = await room.OpenAsync(person);
            cast.sessions.Add(session);
            cast.people.Add(stage.Look(db => db.Accounts.Single(account => account.Name == person.Sub).PersonId));
        }

        await cast.ReadSetUpAsync();
        return cast;
    }

    /// <summary>Key of a person.</summary>
    public Guid PersonId(int who) => people[who];

    /// <summary>A learner's participation.</summary>
    public Guid ParticipationId(int learner)
    {
        var person = PersonId(learner);
        return Stage.Look(db => db.Participations.Single(row => row.PersonId == person).Id);
    }

    /// <summary>The pair a learner asked for.</summary>
    public Guid PairOf(int learner)
    {
        var own = ParticipationId(learner);
        return Stage.Look(db => db.Groups.Single(group => group.OwnerId == own).Id);
    }

    /// <summary>Does it; the status that came back.</summary>
    public Task<int> DoAsync(Deed deed) => sessions[deed.Who].TryAsync(deed.Path(this), deed.Fields);

    /// <summary>Does it; the status that came back, and where the answer leads.</summary>
    public Task<(int Status, string Location)> AnswerToAsync(Deed deed) => sessions[deed.Who].TryPostAsync(deed.Path(this), deed.Fields);

    /// <summary>Opens a page.</summary>
    public async Task<int> OpenAsync(int who, string path) => (await sessions[who].TryGetAsync(path)).Status;

    /// <summary>Begins a piece of evidence for each learner, and remembers its key.</summary>
    public async Task BeginAsync(int round, string behaviour)
    {
        for (var learner = 0; learner < Learners; learner++)
        {
            await sessions[learner].PostAsync($"/evidence/new?behaviour={behaviour}");
            await sessions[learner].PressAsync("evidence.add-files", ("Situation", "Begun."));
            Pieces[(learner, round)] = Guid.Parse(System.Web.HttpUtility.ParseQueryString(sessions[learner].Address.Query)["id"]!);
        }
    }

    public void Dispose() => sessions.ForEach(session => session.Dispose());

    private static IEnumerable<Person> Everybody() => Enumerable.Range(0, Learners + Facilitators).Select(
        number => new Person($"{8000 + number}", $"cast{number}", "Cast", $"Number {number:00}", $"cast{number}@example.edu"));

    private static CourseRole Role(int number) => number < Learners ? CourseRole.Learner : number == Instructor ? CourseRole.Teacher : CourseRole.Assistant;

    private async Task ReadSetUpAsync()
    {
        var instructor = sessions[Instructor];
        await instructor.GoAsync("/setup");
        await instructor.PressAsync("setup.change");
        await instructor.FollowAsync("setup.part.all");
        DesignId = Guid.Parse(System.Web.HttpUtility.ParseQueryString(instructor.Address.Query)["id"]!);
        SetUp = [.. Visitor.Values(instructor.Form("setup.save")).Select(field => (field.Key, field.Value))];
    }
}
