namespace LearningBuddy.XApi.Lrs.Access;

/// <summary>What a credential may do. The names are those of the OAuth scopes of 1.0.3 (4.2).</summary>
[Flags]
public enum LrsScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><c>statements/write</c>: store and void statements.</summary>
    StatementsWrite = 1,

    /// <summary><c>statements/read</c>: read all statements.</summary>
    StatementsRead = 2,

    /// <summary><c>statements/read/mine</c>: read statements sent with this credential.</summary>
    StatementsReadMine = 4,

    /// <summary><c>state</c>: read and write state documents.</summary>
    State = 8,

    /// <summary><c>define</c>: statements sent with it may add to the definitions of activities.</summary>
    Define = 16,

    /// <summary><c>profile</c>: read and write agent and activity profiles.</summary>
    Profile = 32,

    /// <summary><c>all/read</c>: read everything.</summary>
    AllRead = 64,

    /// <summary><c>all</c>: everything.</summary>
    All = 128,
}

/// <summary>How scopes are written.</summary>
public static class LrsScopeNames
{
    private static readonly Dictionary<string, LrsScopes> Names = new(StringComparer.Ordinal)
    {
        ["statements/write"] = LrsScopes.StatementsWrite,
        ["statements/read"] = LrsScopes.StatementsRead,
        ["statements/read/mine"] = LrsScopes.StatementsReadMine,
        ["state"] = LrsScopes.State,
        ["define"] = LrsScopes.Define,
        ["profile"] = LrsScopes.Profile,
        ["all/read"] = LrsScopes.AllRead,
        ["all"] = LrsScopes.All,
    };

    /// <summary>Reads scope names.</summary>
    /// <exception cref="FormatException">One of them is not known.</exception>
    public static LrsScopes Parse(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var scopes = LrsScopes.None;
        foreach (var name in names)
        {
            scopes |= Names.TryGetValue(name, out var scope)
                ? scope
                : throw new FormatException($"There is no scope “{name}”. Known are: {string.Join(", ", Names.Keys)}.");
        }

        return scopes;
    }

    /// <summary>Whether every name is one of a scope.</summary>
    public static bool AreKnown(IEnumerable<string> names) => names.All(Names.ContainsKey);

    /// <summary>The names of the scopes in <paramref name="scopes"/>.</summary>
    public static IReadOnlyList<string> NamesOf(LrsScopes scopes) =>
        [.. Names.Where(name => scopes.HasFlag(name.Value)).Select(name => name.Key)];
}
