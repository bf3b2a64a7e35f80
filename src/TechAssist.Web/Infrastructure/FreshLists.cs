using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.Extensions.Options;

namespace TechAssist.Web.Infrastructure;

/// <summary>Fills an <see cref="IReadOnlyList{T}"/> of an input record with a new list. The framework's binder would add to the
/// record's own empty list, which takes nothing, and lose what was typed.</summary>
public sealed class FreshLists : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.ModelType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IReadOnlyList<>))
        {
            return null;
        }

        var item = type.GetGenericArguments()[0];
        return (IModelBinder)Activator.CreateInstance(
            typeof(Binder<>).MakeGenericType(item),
            context.CreateBinder(context.MetadataProvider.GetMetadataForType(item)),
            context.Services.GetRequiredService<ILoggerFactory>(),
            context.Services.GetRequiredService<IOptions<MvcOptions>>().Value)!;
    }

    private sealed class Binder<T>(IModelBinder item, ILoggerFactory loggers, MvcOptions options)
        : CollectionModelBinder<T>(item, loggers, allowValidatingTopLevelNodes: true, options)
    {
        public override Task BindModelAsync(ModelBindingContext bindingContext)
        {
            bindingContext.Model = null;
            return base.BindModelAsync(bindingContext);
        }
    }
}
