using LearningBuddy.Shared.Core;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// Every text of a form comes to its page as <see cref="CleanText.Of"/> keeps it. In an address such characters are nobody's words: there
/// they become a sign that is in no id, so that nothing is found, and no database is asked for what it can't store. No field of a form
/// takes the place of what the path names, such as a token.
/// </summary>
internal sealed class TypedTextBinder(SimpleTypeModelBinder plain) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        if (bindingContext.IsTopLevelObject && bindingContext.ActionContext.RouteData.Values[bindingContext.ModelName] is string named)
        {
            bindingContext.Result = ModelBindingResult.Success(named.Replace('\0', '\ufffd'));
            return;
        }

        await plain.BindModelAsync(bindingContext);
        if (bindingContext.Result is { IsModelSet: true, Model: string text })
        {
            var request = bindingContext.HttpContext.Request;
            var isTyped = request.HasFormContentType && request.Form.ContainsKey(bindingContext.ModelName);
            bindingContext.Result = ModelBindingResult.Success(isTyped ? CleanText.Of(text) : text.Replace('\0', '\ufffd'));
        }
    }
}

/// <summary>Puts <see cref="TypedTextBinder"/> before the framework's own for texts.</summary>
internal sealed class TypedTexts : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.BindingInfo.BinderType is null
            && !IsElsewhere(context.BindingInfo.BindingSource)
            ? new TypedTextBinder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;

    private static bool IsElsewhere(BindingSource? source) =>
        source is not null && (source == BindingSource.Body || source == BindingSource.Header || source == BindingSource.Services);
}
