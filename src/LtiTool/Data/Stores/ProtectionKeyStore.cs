using System.Xml.Linq;
using LearningBuddy.LtiTool.Data.Rows;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LearningBuddy.LtiTool.Data.Stores;

/// <summary>
/// Keeps the framework's data-protection keys in the database: a login begun at one node ends at another, and survives a restart.
/// </summary>
internal sealed class ProtectionKeyStore(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        return [.. db.ProtectionKeys.Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        db.ProtectionKeys.Add(new ProtectionKeyRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
