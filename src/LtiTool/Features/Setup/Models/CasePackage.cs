using System.Globalization;
using LearningBuddy.Shared.Core;
using Newtonsoft.Json.Linq;

namespace LearningBuddy.LtiTool.Features.Setup.Models;

/// <summary>
/// A framework in the form of 1EdTech's CASE 1.1 (a CFPackage in JSON): what has nothing below it is a behaviour, what has is a
/// competency. What else it says is passed over.
/// </summary>
internal static class CasePackage
{
    private const string Items = "CFItems";
    private const string Wrapper = "CFPackage";
    private static readonly ModelFields Fields = new("fullStatement", "fullStatement", "notes");

    /// <summary>Whether JSON is a package.</summary>
    public static bool Is(JToken json) =>
        json is JObject && Unwrap(json) is var root && (root[Items] is not null || root["CFDocument"] is not null);

    /// <summary>Reads a package.</summary>
    public static ModelRead Read(JToken json)
    {
        var (root, draft) = (Unwrap(json), new ModelDraft(Fields));
        if (root[Items] is not JArray listed)
        {
            var text = root[Items] is null ? "setup.template.property-missing" : "setup.template.no-list";
            draft.Wrong(ModelJson.At(root[Items] ?? root), text, Items);
            return draft.Build();
        }

        foreach (var (place, odd) in listed.Index().Where(pair => pair.Item is not JObject))
        {
            draft.Wrong(ModelJson.At(odd), "setup.template.no-object", string.Create(CultureInfo.InvariantCulture, $"{Items}[{place}]"));
        }

        var items = listed.OfType<JObject>().Select((item, place) => new Item(item, place)).ToList();
        Connect(items, root["CFAssociations"] as JArray ?? []);
        var parents = items.Where(item => item.IsLeaf).Select(item => item.Parent).ToHashSet();
        foreach (var parent in items.Where(parents.Contains))
        {
            draft.Add(parent.At, new Competency(parent.Id ?? ModelKeys.Slug(parent.Words), NameOf(parent)));
        }

        foreach (var leaf in items.Where(item => item.IsLeaf).OrderBy(item => item.Parent?.Place ?? item.Place).ThenBy(item => item.Order))
        {
            var competency = leaf.Parent is { } parent ? parent.Id ?? ModelKeys.Slug(parent.Words) : null;
            draft.Add(leaf.At, leaf.Id, leaf.Words, ModelJson.Text(leaf.Json["notes"]), competency);
        }

        return draft.Build(ModelJson.At(listed));
    }

    /// <summary>Some tools save what a service answered with the package inside.</summary>
    private static JToken Unwrap(JToken json) => json[Wrapper] as JObject ?? json;

    /// <summary>What is below what: only between items of the package, for a package's document is above its first items too.</summary>
    private static void Connect(List<Item> items, JArray associations)
    {
        var byId = items.Where(item => item.Identifier.Length > 0)
            .GroupBy(item => item.Identifier, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
        foreach (var association in associations.OfType<JObject>().Where(one => ModelJson.Text(one["associationType"]) == "isChildOf"))
        {
            if (byId.TryGetValue(End(association, "originNodeURI"), out var child) && child.Parent is null
                && byId.TryGetValue(End(association, "destinationNodeURI"), out var parent) && parent != child)
            {
                (child.Parent, parent.IsLeaf) = (parent, false);
                child.Order = long.TryParse(
                    ModelJson.Text(association["sequenceNumber"]), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : long.MaxValue;
            }
        }
    }

    private static string End(JObject association, string name) =>
        association[name] is JObject end ? ModelJson.Text(end["identifier"]) : ModelJson.Text(association[name]);

    /// <summary>The short form where the full one is longer than a name.</summary>
    private static string NameOf(Item item)
    {
        var brief = CleanText.Line(ModelJson.Text(item.Json["abbreviatedStatement"]));
        var full = CleanText.Line(item.Words);
        return full.Length is > 0 and <= Competency.LongestName || brief.Length == 0 ? full : brief;
    }

    private sealed class Item(JObject json, int place)
    {
        public JObject Json => json;

        public int Place => place;

        public FilePlace At { get; } = ModelJson.At(json);

        public string Identifier { get; } = ModelJson.Text(json["identifier"]).Trim();

        public string Words { get; } = ModelJson.Text(json["fullStatement"]);

        /// <summary>Its key, or null where it names none.</summary>
        public string? Id => Identifier.Length == 0 ? null
            : Identifier.ToLowerInvariant() is var lower && DesignKey.Is(lower) ? lower : ModelKeys.Slug(Identifier);

        public Item? Parent { get; set; }

        public long Order { get; set; } = long.MaxValue;

        public bool IsLeaf { get; set; } = true;
    }
}
