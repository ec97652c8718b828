extern alias demolms;

using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Sessions;
using LearningBuddy.Shared.Sprints;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;
using Person = demolms::LearningBuddy.DemoLms.World.Person;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>
/// Walks every page as everybody somebody can be to a learner: what opens is what the table of rights says, and nothing else. On
/// PostgreSQL, so that what each page asks is asked there too; on SQLite the browser's tests walk all of them.
/// </summary>
public sealed class RightsTests() : GuestScene(onPostgres: true, school: "canvas-north")
{
    /// <summary>Pages about one thing, and what is needed with it beside what the page needs of everybody.</summary>
    private static readonly Dictionary<string, (Thing Thing, Right Right)> OfOneThing = new(StringComparer.Ordinal)
    {
        ["/Evidence/File"] = (Thing.SentEvidence, Right.See),
        ["/Evidence/Show"] = (Thing.SentEvidence, Right.See),
        ["/Evidence/Write"] = (Thing.Draft, Right.Write),
        ["/Reviews/Give"] = (Thing.SentEvidence, Right.Review),
        ["/Reviews/Learner"] = (Thing.Participation, Right.See),
        ["/Journeys/Restart"] = (Thing.Participation, Right.Write),
        ["/Questions/Show"] = (Thing.Question, Right.See),
        ["/Buddies/Talk"] = (Thing.Talk, Right.See),
        ["/Buddies/Notes"] = (Thing.Talk, Right.See),
        ["/Path/View"] = (Thing.View, Right.See),
    };

    /// <summary>There is none of it in a session of a launch into the activity; the deep linking tests go there.</summary>
    private const string OnlyInDeepLinking = "/Setup/Return";

    [Fact]
    public async Task Every_page_opens_for_those_whom_the_table_of_rights_lets_in_and_for_nobody_else()
    {
        using var self = await StartAsync(Learner);
        var things = await ThingsAsync(self);
        var people = await PeopleAsync(self);
        await WalkAsync(people, WithPair(things));
    }

    [Fact]
    public async Task A_guest_opens_what_they_were_asked_for_and_no_other_page_of_the_tool()
    {
        using var self = await AskAsync();
        var guest = await SayYesAsync();
        var things = await ThingsAsync(self);
        using var other = await AskAsync(Buddy);
        var guestOfOther = await SayYesAsync();

        await WalkAsync([([Relation.Guest], Relation.Buddy, guest), ([Relation.Guest], Relation.Visitor, guestOfOther)], WithPair(things));
    }

    [Fact]
    public async Task A_witness_opens_the_one_piece_they_were_asked_about_and_no_other_page_of_the_tool()
    {
        using var self = await StartAsync(Learner);
        var things = await ThingsAsync(self);
        var witness = await AskAboutAsync(self, things["/Evidence/Show"]);
        await WriteAndSendAsync(self);
        var other = Stage.Look(db => db.Evidence.OrderBy(piece => piece.Id).Last().Id);
        var witnessOfOther = await AskAboutAsync(self, $"?id={other}");

        await WalkAsync([([Relation.Guest], Relation.Witness, witness), ([Relation.Guest], Relation.Visitor, witnessOfOther)], things);
    }

    [Fact]
    public async Task Who_is_asked_for_a_view_opens_the_page_for_it_and_no_other_page_of_the_tool()
    {
        using var self = await StartAsync(Learner);
        var things = await ThingsAsync(self);
        await self.GoAsync("/path/ask");
        await self.PressAsync("path.view-send", ("by", "Manager"), ("address", RuthsAddress), ("message", Words));
        await Stage.SendAsync();
        var viewer = await SayYesAsync();

        await WalkAsync([([Relation.Guest], Relation.Viewer, viewer)], things);
    }

    [Fact]
    public async Task A_device_of_a_learners_own_opens_what_a_learner_may_and_nothing_else()
    {
        using var self = await StartAsync(Learner);
        var things = await ThingsAsync(self);
        using var buddy = await PairAsync(self);
        var phone = await DeviceScene.OpenPhoneAsync(self);
        await phone.GoToAsync(DeviceScene.JourneyOn(phone));

        await WalkAsync([([Relation.Visitor, Relation.Learner], Relation.Self, phone)], WithPair(things));
    }

    /// <summary>A journey with the themes that the first template has not.</summary>
    private protected override Func<JourneyDesign, JourneyDesign> Change => design =>
        design with
        {
            Sections = design.Sections.With(new PathSection()).With(new SessionsSection())
                .With(new SprintsSection([new("s1", "One", 10, ["quiet-voices"]), new("s2", "Two", 10, ["keeps-time"])]) { Choose = 1 }),
        };

    /// <summary>The same with the pages of the first pair.</summary>
    private Dictionary<string, string> WithPair(Dictionary<string, string> things)
    {
        var pair = Stage.Look(db => db.Groups.OrderBy(group => group.Id).First().Id);
        return new(things, StringComparer.Ordinal) { ["/Buddies/Talk"] = $"?id={pair}&number=1", ["/Buddies/Notes"] = $"?id={pair}" };
    }

    private async Task WalkAsync(
        List<(Relation[] Relations, Relation ToThing, Visitor Visitor)> people, Dictionary<string, string> things)
    {
        var wrong = new List<string>();
        foreach (var page in ToolPage.All(Stage).Where(page => !page.IsWithoutSession && page.Name != OnlyInDeepLinking))
        {
            foreach (var (relations, toThing, visitor) in people)
            {
                var may = MayOpen(page, relations, toThing);
                var opened = await OpensAsync(visitor, page, things);
                if (opened != may)
                {
                    wrong.Add($"{page.Name} {(opened ? "opens" : "doesn't open")} for {toThing} ({string.Join(", ", relations)})");
                }
            }
        }

        people.ForEach(person => person.Visitor.Dispose());
        Assert.Empty(wrong);
    }

    /// <summary>Ruth is asked about a piece, and says yes.</summary>
    private async Task<Visitor> AskAboutAsync(Visitor self, string piece)
    {
        await self.GoAsync("/evidence/show" + piece);
        await self.PressAsync("evidence.witness-send", ("address", RuthsAddress), ("message", Words));
        await Stage.SendAsync();
        return await SayYesAsync();
    }

    private static bool MayOpen(ToolPage page, Relation[] relations, Relation toThing)
    {
        var needs = page.Needs;
        return Rights.Allow(relations, needs?.Thing ?? Thing.Journey, needs?.Right ?? Right.See)
            && (!OfOneThing.TryGetValue(page.Name, out var one) || Rights.Allow(toThing, one.Thing, one.Right));
    }

    /// <summary>A page about one thing opens when it is shown; any other also when it leads on to where its form is.</summary>
    private static async Task<bool> OpensAsync(Visitor visitor, ToolPage page, IReadOnlyDictionary<string, string> things)
    {
        var (status, location) = await visitor.TryGetAsync(page.Path + things.GetValueOrDefault(page.Name));
        Assert.True(status is 200 or 302 or 404, $"{page.Name} answers {status}.");
        return status == 200 || (status == 302 && (!OfOneThing.ContainsKey(page.Name) || location!.Contains(page.Path, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>A piece that was sent, with a file; another that is being written; a question for the facilitators.</summary>
    private async Task<Dictionary<string, string>> ThingsAsync(Visitor self)
    {
        await self.PostAsync("/evidence/new?behaviour=quiet-voices");
        await self.PressWithFileAsync("evidence.add-files", "notes.txt", "What I noticed."u8.ToArray());
        await self.PressAsync("evidence.send", ("Situation", "A call."), ("Action", "I asked."), ("Outcome", "It worked."));
        await self.PostAsync("/questions/ask", ("text", "How do you begin?"), ("audience", "Facilitators"));
        var piece = Stage.Look(db => db.Evidence.Single().Id);
        var sha = Stage.Look(db => db.Files.Single().Sha256);
        await self.PostAsync("/evidence/new?behaviour=keeps-time");
        await KeepAsync(self, "A call that ran over.");
        var draft = Stage.Look(db => db.Evidence.Single(evidence => evidence.Id != piece).Id);
        var question = Stage.Look(db => db.Questions.Single().Id);
        var participation = Stage.Look(db => db.Participations.Single().Id);
        var design = Stage.Look(db => db.Designs.Single().Id);
        return new(StringComparer.Ordinal)
        {
            ["/Evidence/File"] = $"?id={piece}&sha256={sha}",
            ["/Evidence/Show"] = $"?id={piece}",
            ["/Evidence/Write"] = $"?id={draft}",
            ["/Reviews/Give"] = $"?id={piece}",
            ["/Reviews/Learner"] = $"?id={participation}",
            ["/Journeys/Restart"] = $"?id={participation}",
            ["/Sprints/Change"] = $"?id={participation}",
            ["/Path/View"] = $"?id={participation}",
            ["/Sprints/Show"] = "?id=s1",
            ["/Buddies/Suggest"] = $"?id={participation}",
            ["/Questions/Show"] = $"?id={question}",
            ["/Setup/Edit"] = $"?id={design}",
            ["/Setup/Preview"] = $"?id={design}",
            ["/Setup/Found"] = $"?id={design}",
            ["/Setup/Model"] = $"?id={design}",
        };
    }

    /// <summary>Everybody somebody can be to this learner: for the course, and for the thing.</summary>
    private async Task<List<(Relation[] Relations, Relation ToThing, Visitor Visitor)>> PeopleAsync(Visitor self)
    {
        var buddy = await PairAsync(self);
        return
        [
            ([Relation.Visitor, Relation.Learner], Relation.Self, await Room.OpenAsync(Learner)),
            ([Relation.Visitor, Relation.Learner], Relation.Buddy, buddy),
            ([Relation.Visitor, Relation.Learner], Relation.Visitor, await OpenAsync("7001", CourseRole.Learner)),
            ([Relation.Visitor, Relation.Facilitator], Relation.Facilitator, await OpenAsync("7002", CourseRole.Assistant)),
            ([Relation.Visitor, Relation.Facilitator, Relation.Instructor], Relation.Facilitator, await Room.OpenAsync(Room.Teacher)),
        ];
    }

    private async Task<Visitor> PairAsync(Visitor self)
    {
        using (await Room.OpenAsync(Buddy))
        {
            await self.AskAsync(PersonId(Buddy));
        }

        var buddy = await Room.OpenAsync(Buddy);
        await buddy.GoAsync("/buddies");
        await buddy.PressAsync("buddies.accept");
        return buddy;
    }

    private async Task<Visitor> OpenAsync(string sub, CourseRole role)
    {
        var person = new Person(sub, $"walker{sub}", "Walker", $"Number {sub}", $"walker{sub}@example.edu");
        Room.School.Add(person);
        Room.Course.Enrol(new demolms::LearningBuddy.DemoLms.World.Enrolment(person, role));
        return role == CourseRole.Learner ? await StartAsync(person) : await Room.OpenAsync(person);
    }
}
