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
    private string? hash;

    /// <summary>Whether this is the token; compared in constant time.</summary>
    public async Task<bool> MatchesAsync(string? given, CancellationToken ct) =>
        given is not null && SessionSecret.AreEqual(SessionSecret.Hash(given), await HashAsync(ct));

    /// <summary>Reads the token, or makes it. A token that was made is printed once and never again.</summary>
    public async Task<string> HashAsync(CancellationToken ct) =>
        hash ??= options.Value.Admin.Token is { } chosen ? SessionSecret.Hash(chosen) : await ReadOrMakeAsync(ct);

    private async Task<string> ReadOrMakeAsync(CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        if (await db.ToolSecrets.AsNoTracking().SingleOrDefaultAsync(secret => secret.Name == Name, ct) is { } known)
        {
            return known.Hash;
        }

        var token = SessionSecret.New();
        var made = SessionSecret.Hash(token);
        db.ToolSecrets.Add(new ToolSecretRow { Name = Name, Hash = made });
        await db.SaveChangesAsync(ct);
        Console.WriteLine($"Administration: {options.Value.PublicUrl}admin  token: {token}");
        Console.WriteLine("The token is shown this once. To choose one, set LearningBuddy__Admin__Token.");
        return made;
    }
}
