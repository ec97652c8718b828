using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>Turns a <see cref="LoginState"/> into the <c>state</c> parameter and back. Any node with the same key ring reads it.</summary>
internal sealed class LoginStates(IDataProtectionProvider protection)
{
    private const int MaxLength = 2048;

    private readonly IDataProtector protector = protection.CreateProtector("LearningBuddy.Lti.LoginState.v1");

    /// <summary>URL-safe text of a few hundred characters.</summary>
    public string Write(LoginState state) => Base64Url.EncodeToString(protector.Protect(state.ToBytes()));

    /// <summary>The state, or null when it was not made here or has been changed. Its age is not looked at.</summary>
    public LoginState? Read(string text)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            return LoginState.FromBytes(protector.Unprotect(Base64Url.DecodeFromChars(text)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
