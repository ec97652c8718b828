using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LearningBuddy.XApi.Lrs;

/// <summary>Settings of the embedded record store. Section <c>LearningBuddy:Lrs</c>.</summary>
public sealed class LrsOptions
{
    /// <value>Name of the section.</value>
    public const string Section = "LearningBuddy:Lrs";

    /// <value>Keys that need no administrator: for development, tests and fixed installations. More are made in the administration.</value>
    [ValidateEnumeratedItems] public IList<LrsCredentialSetting> Credentials { get; init; } = [];

    /// <value>Origins that browsers may send from, e.g. <c>https://courses.example</c>; <c>*</c> for all. None by default.</value>
    public IList<string> AllowedOrigins { get; init; } = [];

    /// <value>The largest request in bytes, attachments included; a larger one is answered 413. Default 32 MiB; 0 switches the limit
    /// off.</value>
    [Range(0, 2_147_483_647)] public int MaxRequestBytes { get; set; } = 32 * 1024 * 1024;

    /// <value>Most statements of one page, whatever <c>limit</c> says.</value>
    [Range(1, 5000)] public int PageSize { get; set; } = 500;

    /// <value>Requests a credential may make in a minute; the next is answered 429. 0 switches the limit off, which is the default.</value>
    [Range(0, 10_000_000)] public int RequestsPerMinute { get; set; }
}

/// <summary>A key, its secret and what it may do.</summary>
public sealed class LrsCredentialSetting
{
    /// <value>The user name of HTTP Basic.</value>
    [Required] public string Key { get; set; } = string.Empty;

    /// <value>The password of HTTP Basic.</value>
    [Required] public string Secret { get; set; } = string.Empty;

    /// <value>Scopes, e.g. <c>statements/write</c>. Default: <c>all</c>.</value>
    public IList<string> Scopes { get; init; } = [];
}
