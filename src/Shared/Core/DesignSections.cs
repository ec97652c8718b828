using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LearningBuddy.Shared.Core;

/// <summary>A theme's part of a design: what an instructor can set, with its defaults and its rules.</summary>
public interface IDesignSection
{
    /// <summary>What is wrong with it in this design; empty when all is well. Paths begin with the theme's name.</summary>
    IEnumerable<DesignFault> Check(JourneyDesign design);
}

/// <summary>The sections of a design, one for each theme that is switched on, in the order of <see cref="Themes.All"/>.</summary>
[JsonConverter(typeof(DesignSectionsConverter))]
public sealed class DesignSections : IEquatable<DesignSections>
{
    private readonly ImmutableArray<IDesignSection> sections;

    private DesignSections(ImmutableArray<IDesignSection> sections) => this.sections = sections;

    /// <summary>No theme is switched on.</summary>
    public static DesignSections None { get; } = new([]);

    /// <summary>All of them.</summary>
    public IReadOnlyList<IDesignSection> All => sections;

    /// <summary>These sections.</summary>
    /// <exception cref="ArgumentException">Two are of the same theme.</exception>
    public static DesignSections Of(params IEnumerable<IDesignSection> sections)
    {
        var all = sections.OrderBy(section => Order(section.GetType())).ToImmutableArray();
        return all.DistinctBy(section => section.GetType()).Count() == all.Length
            ? new(all)
            : throw new ArgumentException("A theme has one section.", nameof(sections));
    }

    /// <summary>The section of this type, or null.</summary>
    public T? Find<T>()
        where T : class, IDesignSection
    {
        foreach (var section in sections)
        {
            if (section is T found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Whether there is a section of this type.</summary>
    public bool Has(Type type) => sections.Any(section => section.GetType() == type);

    /// <summary>The same with a section put in, or in the place of the one of its theme.</summary>
    public DesignSections With(IDesignSection section) => Of([.. sections.Where(other => other.GetType() != section.GetType()), section]);

    /// <summary>The same without a theme.</summary>
    public DesignSections Without(Type type) => Of(sections.Where(section => section.GetType() != type));

    private static int Order(Type type)
    {
        var place = 0;
        while (place < Themes.All.Length && Themes.All[place].Section != type)
        {
            place++;
        }

        return place;
    }

    /// <inheritdoc />
    public bool Equals(DesignSections? other) => other is not null && sections.SequenceEqual(other.sections);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as DesignSections);

    /// <inheritdoc />
    public override int GetHashCode() => sections.Length;
}
