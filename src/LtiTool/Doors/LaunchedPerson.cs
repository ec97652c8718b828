using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.People;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>Matches the subject of a launch with a person, by the account at the platform.</summary>
internal static class LaunchedPerson
{
    private const string NewPerson =
        $"""
         INSERT INTO {Tables.Person} ("{nameof(Person.Id)}", "{nameof(Person.Name)}", "{nameof(Person.Email)}", "{nameof(Person.Locale)}",
           "{nameof(Person.TimeZone)}") VALUES (@p0, @p1, @p2, @p3, @p4)
         """;

    private const string NewAccount =
        $"""
         INSERT INTO {Tables.Account} ("{nameof(Account.Id)}", "{nameof(Account.PersonId)}", "{nameof(Account.Kind)}",
           "{nameof(Account.PlatformId)}", "{nameof(Account.Name)}") VALUES (@p0, @p1, '{nameof(AccountKind.Lms)}', @p2, @p3)
         ON CONFLICT ("{nameof(Account.PlatformId)}", "{nameof(Account.Name)}")
           DO UPDATE SET "{nameof(Account.Name)}" = excluded."{nameof(Account.Name)}" RETURNING "{nameof(Account.PersonId)}"
         """;

    private const string Superfluous = $"""DELETE FROM {Tables.Person} WHERE "{nameof(Person.Id)}" = @p0""";

    private const string ChangedPerson =
        $"""
         UPDATE {Tables.Person} SET "{nameof(Person.Name)}" = @p0, "{nameof(Person.Email)}" = @p1, "{nameof(Person.Locale)}" = @p2,
           "{nameof(Person.TimeZone)}" = @p3 WHERE "{nameof(Person.Id)}" = @p4
         """;

    /// <summary>Brings the person up to date, or makes them known.</summary>
    public static async Task<Guid> RememberAsync(PlainSql sql, Launch launch, KnownLaunch known, TimeProvider clock)
    {
        if (known.PersonId is not { } id)
        {
            return await InsertAsync(sql, launch, clock);
        }

        // What the platform doesn't tell this time stays as it was told before.
        var (name, email) = (Person.NameFrom(launch.Names.Name) ?? known.Name, launch.Names.Email ?? known.Email);
        var (locale, zone) = (launch.Locale ?? known.Locale, launch.TimeZone ?? known.TimeZone);
        if (name != known.Name || email != known.Email || locale != known.Locale || zone != known.TimeZone)
        {
            await sql.ExecuteAsync(ChangedPerson, name, email, locale, zone, id);
        }

        return id;
    }

    /// <summary>
    /// Inserts person and account, or finds the person that a launch at the same moment inserted first: it is
    /// waited for, and its key comes back.
    /// </summary>
    private static async Task<Guid> InsertAsync(PlainSql sql, Launch launch, TimeProvider clock)
    {
        var id = Ids.New(clock);
        var name = Person.NameFrom(launch.Names.Name);
        await sql.SendAsync(new(NewPerson, id, name, launch.Names.Email, launch.Locale, launch.TimeZone));
        var stored = await sql.FirstAsync(
            new(NewAccount, Ids.New(clock), id, launch.Platform.Id, launch.Subject), row => row.GetGuid(0).ToString());
        var personId = Guid.Parse(stored!);
        if (personId != id)
        {
            await sql.ExecuteAsync(Superfluous, id);
        }

        return personId;
    }
}
