using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>What opens the administrator's pages: the token of the settings, else one made and printed at the first start.</summary>
internal sealed class AdminToken(IServiceScopeFactory scopes, WriteGate gate, IOptions<LearningBuddyOptions> options)
{
    private const string Name = "admin";
    private string hash = "";

    /// <summary>Reads the token, or makes it. A token that was made is printed once and never again.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        if (options.Value.Admin.Token is { } chosen)
        {
            hash = SessionSecret.Hash(chosen);
            return;
        }

        using var turn = await gate.EnterAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        if (await db.ToolSecrets.AsNoTracking().SingleOrDefaultAsync(secret => secret.Name == Name, ct) is { } known)
        {
            hash = known.Hash;
            return;
        }

        var token = SessionSecret.New();
        hash = SessionSecret.Hash(token);
        db.ToolSecrets.Add(new ToolSecretRow { Name = Name, Hash = hash });
        await db.SaveChangesAsync(ct);
        Console.WriteLine($"Administration: {options.Value.PublicUrl}admin  token: {token}");
        Console.WriteLine("The token is shown this once. To choose one, set LearningBuddy__Admin__Token.");
    }

    /// <summary>Whether this is the token; compared in constant time.</summary>
    public bool Matches(string? given) => given is not null && SessionSecret.AreEqual(SessionSecret.Hash(given), hash);
}
