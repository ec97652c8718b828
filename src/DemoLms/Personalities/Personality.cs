using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Personalities;

/// <summary>What tells one LMS from another in launches and in the addresses of its services.</summary>
public abstract class Personality
{
    /// <value>tool_platform.product_family_code.</value>
    public abstract string Family { get; }

    /// <value>From iat to exp of an id_token.</value>
    public abstract TimeSpan IdTokenLifetime { get; }

    /// <value>The frame that keeps a tool's state; null where the LMS has none.</value>
    public virtual string? StorageFrame => null;

    public virtual bool HasSubmissionReview => false;

    /// <summary>What the launch says of where it opens (launch_presentation.document_target).</summary>
    /// <param name="inOwnWindow">The person opened it in a window of its own.</param>
    public virtual string DocumentTargetOf(Activity activity, bool inOwnWindow) => inOwnWindow ? "window" : "iframe";

    /// <summary>
    /// Whether a deep-linking response is held against the request in all that the standard asks (Deep Linking 2.0, 4), not its signature
    /// alone.
    /// </summary>
    public virtual bool ChecksWholeDeepLinkingResponse => true;

    /// <summary>Whether a deep-linked item may choose where it opens.</summary>
    public virtual bool UsesPresentationOfItems => false;

    public abstract string AuthorizationPath { get; }

    public abstract string JwksPath { get; }

    public abstract string TokenPath { get; }

    public abstract string RegistrationPath { get; }

    /// <summary>The address of the platform's configuration document for one school.</summary>
    public abstract string ConfigurationUrl(string baseUrl, School school);

    public abstract string LineItemsUrl(string baseUrl, School school, Course course);

    public abstract string LineItemUrl(string baseUrl, School school, Course course, LineItem item);

    public abstract string MembershipsUrl(string baseUrl, School school, Course course);

    /// <summary>The roles a launch carries.</summary>
    public abstract IReadOnlyList<string> LaunchRoles(Person person, Enrolment? enrolment);

    /// <summary>The value that goes into lti_message_hint.</summary>
    public abstract string MessageHint(PreparedLaunch launch, string launchId);

    /// <summary>Parameters of the login initiation beyond those of the security framework.</summary>
    public abstract void AddLoginParameters(IDictionary<string, string> parameters, PreparedLaunch launch);

    /// <summary>The claims of the id_token beyond iss, aud, sub, iat, exp, nonce, message type and version.</summary>
    public abstract void AddClaims(JsonObject claims, LaunchContext context);

    /// <summary>The value of a substitution variable, <c>""</c> if it has none here, or null if the LMS doesn't know it.</summary>
    /// <param name="name">Without the dollar sign, e.g. <c>Context.id.history</c>.</param>
    public abstract string? Substitute(string name, LaunchContext context);

    /// <summary>Names and address as far as the launch may tell them.</summary>
    public static void WritePerson(JsonObject claims, LaunchContext context)
    {
        var person = context.Launch.Person;
        if (context.Disclosure.HasFlag(Disclosure.Names))
        {
            claims["given_name"] = person.GivenName;
            claims["family_name"] = person.FamilyName;
            claims["name"] = person.Name;
        }

        if (context.Disclosure.HasFlag(Disclosure.Email) && person.Email is not null)
            claims["email"] = person.Email;
    }
}
