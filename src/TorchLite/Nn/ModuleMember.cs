using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace TorchLite.Nn;

/// <summary>A field of a module's class that may hold a parameter, a buffer or a module.</summary>
/// <param name="Name">Under which name it is registered.</param>
/// <param name="Field">The field.</param>
/// <param name="IsRegistered">Whether it is not marked as left out.</param>
internal sealed record ModuleMember(string Name, FieldInfo Field, bool IsRegistered)
{
    internal const DynamicallyAccessedMemberTypes Needed = DynamicallyAccessedMemberTypes.PublicFields
        | DynamicallyAccessedMemberTypes.NonPublicFields | DynamicallyAccessedMemberTypes.NonPublicFieldsWithInherited
        | DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.NonPublicProperties
        | DynamicallyAccessedMemberTypes.NonPublicPropertiesWithInherited | DynamicallyAccessedMemberTypes.PublicConstructorsWithInherited
        | DynamicallyAccessedMemberTypes.NonPublicConstructorsWithInherited;

    // Weak, lest a plug-in's classes stay for ever.
    private static readonly ConditionalWeakTable<Type, ModuleMember[]> Known = new();

    /// <summary>The members of a module's class: those of the base class first, each class's in the order of their declaration.</summary>
    internal static ModuleMember[] Of([DynamicallyAccessedMembers(Needed)] Type type) =>
        Known.TryGetValue(type, out var known) ? known : Known.GetValue(type, _ => Read(type));

    /// <summary>The value, if it is one that a module registers.</summary>
    /// <exception cref="InvalidOperationException">It is a plain collection of modules or parameters, which nobody would find.</exception>
    internal object? Registered(Module module)
    {
        var value = IsRegistered ? Field.GetValue(module) : null;
        return value is ComputedParameter ? null
            : value is Parameter or Buffer or Module ? value
            : value is null or Tensor || !HoldsMembers(value) ? null
            : throw new InvalidOperationException(
                $"{module.GetType().Name}.{MemberName(Field.Name)} is a plain collection ({value.GetType().Name.Split('`')[0]}) of "
                + "modules or parameters, which would be neither trained, saved nor moved: make it a ModuleList, ModuleDict, ParameterList "
                + "or ParameterDict, or mark it [Unregistered]");
    }

    /// <summary>fc1, _fc1, Fc1, the field behind a property Fc1, a captured parameter fc1: all are "fc1"; LnF is "ln_f".</summary>
    internal static string PythonName(string field)
    {
        var name = MemberName(field).TrimStart('_');
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var begins = char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            text.Append(begins ? "_" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    // The compiler calls the field behind a property <Fc1>k__BackingField, and that of a captured parameter <fc1>P.
    private static string MemberName(string field) => field[0] == '<' ? field[1..field.IndexOf('>')] : field;

    private static ModuleMember[] Read([DynamicallyAccessedMembers(Needed)] Type type)
    {
        var levels = new Stack<IEnumerable<ModuleMember>>();
        for (var level = type; level is not null && level != typeof(Module); level = level.BaseType)
        {
            levels.Push(Declared(level));
        }

        ModuleMember[] all = [.. levels.SelectMany(static level => level)];
        if (all.Where(static member => member.IsRegistered).GroupBy(static member => member.Name).FirstOrDefault(static same => same.Count() > 1) is { } twice)
        {
            throw new InvalidOperationException(
                $"two members of {type.Name} are registered as '{twice.Key}': "
                + $"{string.Join(" and ", twice.Select(static member => MemberName(member.Field.Name)))}; give one another name by [Name(\"…\")]");
        }

        return all;
    }

    private static List<ModuleMember> Declared([DynamicallyAccessedMembers(Needed)] Type level)
    {
        var members = new List<ModuleMember>();
        foreach (var field in level.GetFields(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        {
            if (MayHoldMembers(field.FieldType))
            {
                var name = Of<NameAttribute>(level, field) is { } given ? Module.CheckName(given.Name, "member") : PythonName(field.Name);
                members.Add(new(name, field, Of<UnregisteredAttribute>(level, field) is null));
            }
        }

        return members;
    }

    // On the field itself, on the property that it is behind, or on the parameter of the primary constructor that it captures.
    private static T? Of<T>([DynamicallyAccessedMembers(Needed)] Type level, FieldInfo field)
        where T : Attribute
    {
        const BindingFlags All =
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        if (field.GetCustomAttribute<T>() is { } own || field.Name[0] != '<')
        {
            return field.GetCustomAttribute<T>();
        }

        var name = MemberName(field.Name);
        return field.Name.EndsWith(">P", StringComparison.Ordinal)
            ? level.GetConstructors(All).SelectMany(static made => made.GetParameters())
                .Where(parameter => parameter.Name == name).Select(static parameter => parameter.GetCustomAttribute<T>())
                .FirstOrDefault(static attribute => attribute is not null)
            : level.GetProperties(All).FirstOrDefault(property => property.Name == name)?.GetCustomAttribute<T>();
    }

    private static bool MayHoldMembers(Type type) =>
        !typeof(Delegate).IsAssignableFrom(type) && type != typeof(string) && !type.IsPrimitive && !type.IsEnum && !type.IsPointer
        && (type.IsArray ? MayHoldMembers(type.GetElementType()!)
            : !type.IsValueType || typeof(ITuple).IsAssignableFrom(type) || typeof(IEnumerable).IsAssignableFrom(type));

    private static bool HoldsMembers(object value) => value switch
    {
        string => false,
        IEnumerable<Module> or IEnumerable<Parameter> or IEnumerable<Buffer> => true,
        ITuple tuple => Enumerable.Range(0, tuple.Length).Any(i => IsMember(tuple[i])),
        IDictionary dictionary => dictionary.Values.Cast<object?>().Any(IsMember),
        IList list => list.Cast<object?>().Any(IsMember),
        _ => false,
    };

    private static bool IsMember(object? item) => item is Parameter or Buffer or Module;
}
