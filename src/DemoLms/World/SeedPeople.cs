namespace LearningBuddy.DemoLms.World;

/// <summary>The people everybody starts with: many scripts, several languages, some without an address.</summary>
internal static class SeedPeople
{
    private static readonly string[] GivenNames =
        [
            "Amélie", "Bao", "Chiara", "Dmitri", "Élodie", "Farid", "Greta", "Hakan", "Ingrid", "João", "Katarzyna", "Lwazi", "Malin",
            "Nils", "Olena", "Paweł",
        ];

    private static readonly string[] FamilyNames =
        [
            "Abernathy", "Bjørnstad", "Çelik", "Dvořák", "Eriksen", "Fernández", "García", "Hoang", "Ivanova", "Jansen", "Kowalczyk",
            "Löfgren",
        ];

    /// <summary>Harbour Academy: 2 the administrator, 3 the teacher, 4 the non-editing teacher, then learners.</summary>
    public static IReadOnlyList<Person> Moodle() =>
    [
        new("2", "admin", "Site", "Administrator", "admin@harbour.example", TimeZone: "99", IsAdministrator: true),
        new("3", "t.lindqvist", "Tove", "Lindqvist", "t.lindqvist@harbour.example", TimeZone: "99"),
        new("4", "m.simunek", "Marek", "Šimůnek", "m.simunek@harbour.example", TimeZone: "99"),
        new("5", "a.okonkwo", "Amara", "Okonkwo", "a.okonkwo@harbour.example", TimeZone: "99"),
        new("6", "j.gross", "Jürgen", "Groß", "j.gross@harbour.example", "de", "99"),
        new("7", "f.wang", "芳", "王", "f.wang@harbour.example", TimeZone: "99"),
        new("8", "l.haddad", "ليلى", "حدّاد", "l.haddad@harbour.example", "ar", "99"),
        new("9", "s.quinn", "Sam", "Quinn", null, TimeZone: "99"),
        new("10", "m.smith", "Mary", "Smith & Co", "m.smith@harbour.example", TimeZone: "99"),
        new("11", "z.moller", "Zoë", "Møller", "z.moller@harbour.example", "de", "99"),
        new("12", "x.li", "小雨", "李", null, TimeZone: "99"),
    ];

    /// <summary>A Canvas school, with the roles only Canvas has.</summary>
    public static CanvasPeople Canvas(string slug)
    {
        Person Make(string username, string given, string family, string locale = "en", bool hasEmail = true) =>
            new(Ids.Uuid($"{slug} {username}"), username, given, family, hasEmail ? $"{username}@{slug}.example" : null, locale);

        return new CanvasPeople(
            Make("r.castellanos", "Rosa", "Castellanos"),
            Make("i.nowak", "Iwo", "Nowak"),
            Make("p.observer", "Priscilla", "Adeyemi"),
            [
                Make("k.hoffmann", "Käthe", "Hoffmann", "de"),
                Make("n.tanaka", "直樹", "田中"),
                Make("y.mansour", "يوسف", "منصور", "ar"),
                Make("o.brien", "Siobhán", "O'Brien"),
                Make("c.dubois", "Camille", "Dubois", hasEmail: false),
            ],
            Make("root", "Account", "Administrator") with { IsAdministrator = true },
            Make("test.student", "Test", "Student", hasEmail: false) with { IsTestStudent = true });
    }

    /// <summary>Adds as many learners as a roster needs to have several pages.</summary>
    public static IReadOnlyList<Person> Cohort(School school, Func<int, string> subOf, int count, string timeZone)
    {
        var cohort = new List<Person>(count);
        for (var n = 1; n <= count; n++)
        {
            var given = GivenNames[n % GivenNames.Length];
            var family = FamilyNames[n * 7 % FamilyNames.Length];
            var username = $"cohort{n:00}";
            cohort.Add(
                new Person(subOf(n), username, given, family, $"{username}@{school.Slug}.example", n % 5 == 0 ? "de" : "en", timeZone));
        }

        cohort.ForEach(school.Add);
        return cohort;
    }
}

/// <summary>The cast of a Canvas school.</summary>
/// <param name="Administrator">Has no role in any course.</param>
/// <param name="TestStudent">Whom a teacher becomes in Student View.</param>
internal sealed record CanvasPeople(
    Person Teacher, Person Assistant, Person Observer, IReadOnlyList<Person> Learners, Person Administrator, Person TestStudent)
{
    public IEnumerable<Person> All => [Teacher, Assistant, Observer, .. Learners, Administrator, TestStudent];
}
