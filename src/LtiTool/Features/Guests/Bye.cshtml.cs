using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Settings;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Features.Guests;

/// <summary>The last page of a guest who stopped.</summary>
internal sealed class ByeModel(IOptions<LearningBuddyOptions> options) : OutsidePage
{
    /// <summary>Its address.</summary>
    public const string Path = "/g/bye";

    /// <summary>Whether everything known about the guest is gone.</summary>
    public bool IsErased { get; private set; }

    /// <summary>Days for which it is kept otherwise.</summary>
    public int KeepDays => options.Value.Guests.KeepDays;

    /// <summary>Shows it.</summary>
    public void OnGet(bool erased) => IsErased = erased;
}
