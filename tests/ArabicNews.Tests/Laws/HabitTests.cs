using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace ArabicNews.Tests.Laws;

/// <summary>What holds of all public types of the core, checked once for all.</summary>
public class HabitTests
{
    private static readonly Assembly s_core = typeof(TextSpan).Assembly;
    private static readonly Type[] s_public = s_core.GetExportedTypes();

    [Fact]
    public void Classes_AreSealedOrStatic()
        => s_public.Where(type => type.IsClass && !type.IsSealed && !typeof(Delegate).IsAssignableFrom(type)).Should().BeEmpty();

    [Fact]
    public void Structs_AreReadOnlyOrEnumerators()
        => s_public.Where(type => type.IsValueType && !type.IsEnum && !type.IsDefined(typeof(IsReadOnlyAttribute)) && !type.Name.EndsWith("Enumerator", StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void Fields_AreReadOnly_InEveryTypeThatThreadsShare()
        => s_core.GetTypes().Where(type => type.IsClass && !IsCompilerMade(type) && IsShared(type))
            .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !IsInitProperty(field))
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}").Should().BeEmpty();

    [Fact]
    public void StaticState_IsReadOnly()
        => s_core.GetTypes().Where(type => !IsCompilerMade(type))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.Name.StartsWith('<')).Select(field => $"{field.DeclaringType!.Name}.{field.Name}").Should().BeEmpty();

    [Fact]
    public void Namespace_IsFlat() => s_public.Where(type => type.Namespace != "ArabicNews").Should().BeEmpty();

    [Fact]
    public void RecordsThatHoldArrays_CompareThemByContent()
    {
        // The compiler's Equals would compare the arrays' references.
        Type[] holders = [.. s_public.Where(IsRecord).Where(type => Arrays(type).Any())];
        holders.Should().NotBeEmpty();
        holders.Where(type => type.GetMethod("Equals", [type])!.IsDefined(typeof(CompilerGeneratedAttribute))
            || type.GetMethod("GetHashCode", Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute))).Should().BeEmpty();
    }

    [Fact]
    public void RecordsThatHoldArrays_AreEqualWhenTheirArraysAre()
    {
        foreach (Type type in s_public.Where(IsRecord).Where(type => !type.IsValueType && !type.ContainsGenericParameters && Arrays(type).Any()))
        {
            object one = RuntimeHelpers.GetUninitializedObject(type), same = RuntimeHelpers.GetUninitializedObject(type);
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic))
            {
                if (!IsImmutableArray(field.FieldType)) continue;
                Type element = field.FieldType.GetGenericArguments()[0];
                field.SetValue(one, OneElement(element));
                field.SetValue(same, OneElement(element));
            }

            one.Equals(same).Should().BeTrue("two {0} with equal arrays are equal", type.Name);
            one.GetHashCode().Should().Be(same.GetHashCode(), "of {0}", type.Name);
        }
    }

    [Fact]
    public void PublicMembers_AreDocumented()
    {
        string path = Path.ChangeExtension(s_core.Location, ".xml");
        HashSet<string> documented = [.. XDocument.Load(path).Descendants("member").Where(member => member.HasElements).Select(member => Id((string)member.Attribute("name")!))];
        var missing = new List<string>();
        foreach (Type type in s_public)
        {
            string name = type.FullName!.Replace('+', '.');
            if (!documented.Contains("T:" + name)) missing.Add(name);
            if (typeof(Delegate).IsAssignableFrom(type)) continue;
            foreach (MemberInfo member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            {
                if (member is Type || member.IsDefined(typeof(CompilerGeneratedAttribute)) || member.Name is "value__" or "<Clone>$" or "Deconstruct") continue;
                if (member is MethodInfo { IsSpecialName: true } method && !method.Name.StartsWith("op_", StringComparison.Ordinal)) continue;
                if (member is ConstructorInfo) continue;
                if (IsRecord(type) && member is PropertyInfo property && IsPositional(type, property)) continue;
                if (IsRecord(type) && member.Name is "ToString" or "GetHashCode" or "Equals" or "op_Equality" or "op_Inequality") continue;
                string prefix = member switch { MethodInfo => "M:", PropertyInfo => "P:", FieldInfo => "F:", EventInfo => "E:", _ => "?:" };
                if (!documented.Contains($"{prefix}{name}.{member.Name}")) missing.Add($"{name}.{member.Name}");
            }
        }

        missing.Should().BeEmpty();

        // A member without its parameters: overloads share the demand.
        static string Id(string name) => name.IndexOf('(', StringComparison.Ordinal) is >= 0 and var open ? name[..open] : name;
    }

    private static bool IsShared(Type type) => type.Name.EndsWith("Parser", StringComparison.Ordinal) || type.Name.EndsWith("Extractor", StringComparison.Ordinal)
        || type.Name is nameof(ArabicNormalizer) or nameof(OffsetMap) or "CharFolds" or "WordLexicon" or "SegmenterModel" or "Gazetteer" || type.Name.EndsWith("Options", StringComparison.Ordinal);

    private static bool IsCompilerMade(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute)) || type.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsInitProperty(FieldInfo field)
    {
        if (field.Name is not ['<', ..] || field.Name.IndexOf('>', StringComparison.Ordinal) is not (> 0 and var end)) return false;
        MethodInfo? setter = field.DeclaringType!.GetProperty(field.Name[1..end], BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)?.SetMethod;
        return setter is not null && setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
    }

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    private static bool IsPositional(Type type, PropertyInfo property)
        => type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.Name == property.Name));

    private static IEnumerable<PropertyInfo> Arrays(Type type)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => IsImmutableArray(property.PropertyType) && property.SetMethod is not null);

    private static bool IsImmutableArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    // Two arrays of one equal element each, but not the same array.
    private static object OneElement(Type element)
        => typeof(HabitTests).GetMethod(nameof(OneDefault), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(element).Invoke(null, [])!;

    private static ImmutableArray<T> OneDefault<T>() => [default!];
}
