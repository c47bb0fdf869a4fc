using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Laws;

/// <summary>
/// Uses run one way: Export → Entities → Articles → Text. The folder of a type is its layer. What a type uses is read out of the compiled assembly: its base and interfaces, the types of its members, and
/// every token in the bodies of its methods.
/// </summary>
public class LayerTests
{
    private static readonly string[] s_layers = ["Text", "Articles", "Entities", "Export"];

    [Theory]
    [InlineData("Text")]
    [InlineData("Articles")]
    [InlineData("Entities")]
    public void Layer_UsesNoTypeOfALayerAboveIt(string layer)
    {
        string[] above = s_layers[(Array.IndexOf(s_layers, layer) + 1)..];
        using var assembly = new UsesOfTypes(typeof(TextSpan).Assembly.Location);
        var folders = FoldersOfTypes();
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        int looked = 0;
        foreach ((string user, string used) in assembly.Uses())
        {
            if (folders.GetValueOrDefault(user) != layer) continue;
            looked++;
            if (above.Contains(folders.GetValueOrDefault(used))) wrong.Add($"{user} uses {used}");
        }

        looked.Should().BeGreaterThan(20, "the reader sees uses");
        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Reader_SeesWhatBodiesUse()
    {
        using var assembly = new UsesOfTypes(typeof(TextSpan).Assembly.Location);
        assembly.Uses().Should().Contain((nameof(ArabicStemmer), nameof(ArabicSegmenter)), "Stem calls Segment and holds none of it")
            .And.Contain((nameof(EntityExtractor), nameof(Article)), "Extract takes one");
    }

    [Fact]
    public void EveryType_HasAFolderOfItsOwnTopic()
    {
        var folders = FoldersOfTypes();
        string[] allowed = ["", "Data", .. s_layers];
        using var assembly = new UsesOfTypes(typeof(TextSpan).Assembly.Location);
        assembly.Types().Where(type => !folders.TryGetValue(type, out string? folder) || !allowed.Contains(folder)).Should().BeEmpty();
    }

    // A source file names its types after class, struct, record, interface, enum or delegate at the start of a line or behind modifiers.
    private static Dictionary<string, string> FoldersOfTypes()
    {
        string root = RepositoryFiles.InRepository("src/ArabicNews");
        var folders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            string[] path = Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar);
            if (path[0] is "bin" or "obj") continue;
            foreach (string line in File.ReadLines(file))
            {
                if (line.Length == 0 || char.IsWhiteSpace(line[0])) continue;
                string[] words = line.Split([' ', '(', '<', ':', ';', '{'], StringSplitOptions.RemoveEmptyEntries);
                int keyword = Array.FindIndex(words, word => word is "class" or "struct" or "record" or "interface" or "enum");
                if (keyword < 0 || words[..keyword].Any(word => word is not ("public" or "internal" or "sealed" or "static" or "abstract" or "readonly" or "ref" or "partial" or "unsafe" or "file"))) continue;
                int name = words[keyword + 1] is "class" or "struct" ? keyword + 2 : keyword + 1;
                folders[words[name]] = path.Length == 1 ? "" : path[0];
            }
        }

        return folders;
    }

    /// <summary>Reads which types of an assembly use which others of it; nested types count as the one that holds them, and what the compiler adds is left out.</summary>
    private sealed class UsesOfTypes : IDisposable
    {
        private readonly PEReader _file;
        private readonly MetadataReader _metadata;

        public UsesOfTypes(string path)
        {
            _file = new PEReader(File.OpenRead(path));
            _metadata = _file.GetMetadataReader();
        }

        public void Dispose() => _file.Dispose();

        public IEnumerable<string> Types() => _metadata.TypeDefinitions.Select(NameOf).Where(name => !name.StartsWith('<')).Distinct();

        public HashSet<(string User, string Used)> Uses()
        {
            var uses = new HashSet<(string User, string Used)>();
            foreach (TypeDefinitionHandle handle in _metadata.TypeDefinitions)
            {
                string user = NameOf(handle);
                foreach (TypeDefinitionHandle used in UsedBy(_metadata.GetTypeDefinition(handle)))
                    if (NameOf(used) != user) uses.Add((user, NameOf(used)));
            }

            return uses;
        }

        private List<TypeDefinitionHandle> UsedBy(TypeDefinition type)
        {
            var found = new List<TypeDefinitionHandle>();
            var signatures = new SignatureTypes(_metadata, found);
            Add(type.BaseType, found, signatures);
            foreach (InterfaceImplementationHandle implemented in type.GetInterfaceImplementations()) Add(_metadata.GetInterfaceImplementation(implemented).Interface, found, signatures);
            foreach (FieldDefinitionHandle field in type.GetFields()) _metadata.GetFieldDefinition(field).DecodeSignature(signatures, null);
            foreach (MethodDefinitionHandle handle in type.GetMethods())
            {
                MethodDefinition method = _metadata.GetMethodDefinition(handle);
                method.DecodeSignature(signatures, null);
                if (method.RelativeVirtualAddress == 0) continue;
                MethodBodyBlock body = _file.GetMethodBody(method.RelativeVirtualAddress);
                if (!body.LocalSignature.IsNil) _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(signatures, null);
                foreach (EntityHandle token in TokensOf(body.GetILReader())) Add(token, found, signatures);
            }

            return found;
        }

        private void Add(EntityHandle handle, List<TypeDefinitionHandle> found, SignatureTypes signatures)
        {
            if (handle.IsNil) return;
            switch (handle.Kind)
            {
                case HandleKind.TypeDefinition:
                    found.Add((TypeDefinitionHandle)handle);
                    break;
                case HandleKind.TypeSpecification:
                    _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(signatures, null);
                    break;
                case HandleKind.MethodDefinition:
                    found.Add(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                    break;
                case HandleKind.FieldDefinition:
                    found.Add(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                    break;
                case HandleKind.MemberReference:
                    Add(_metadata.GetMemberReference((MemberReferenceHandle)handle).Parent, found, signatures);
                    break;
                case HandleKind.MethodSpecification:
                    MethodSpecification method = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                    Add(method.Method, found, signatures);
                    method.DecodeSignature(signatures, null);
                    break;
            }
        }

        private static List<EntityHandle> TokensOf(BlobReader code)
        {
            var tokens = new List<EntityHandle>();
            while (code.RemainingBytes > 0)
            {
                int value = code.ReadByte();
                OperandSize operand = value == 0xFE ? OperandOf(0xFE00 | code.ReadByte()) : OperandOf(value);
                if (operand == OperandSize.Switch)
                {
                    int targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                }
                else if (operand == OperandSize.Token)
                {
                    tokens.Add(MetadataTokens.EntityHandle(code.ReadInt32()));
                }
                else
                {
                    code.Offset += (int)operand;
                }
            }

            return tokens;
        }

        private static OperandSize OperandOf(int code)
            => s_operands.TryGetValue(code, out System.Reflection.Emit.OperandType operand) ? operand switch
            {
                System.Reflection.Emit.OperandType.InlineNone => OperandSize.None,
                System.Reflection.Emit.OperandType.ShortInlineBrTarget or System.Reflection.Emit.OperandType.ShortInlineI or System.Reflection.Emit.OperandType.ShortInlineVar => OperandSize.One,
                System.Reflection.Emit.OperandType.InlineVar => OperandSize.Two,
                System.Reflection.Emit.OperandType.InlineI8 or System.Reflection.Emit.OperandType.InlineR => OperandSize.Eight,
                System.Reflection.Emit.OperandType.InlineField or System.Reflection.Emit.OperandType.InlineMethod or System.Reflection.Emit.OperandType.InlineTok
                    or System.Reflection.Emit.OperandType.InlineType => OperandSize.Token,
                System.Reflection.Emit.OperandType.InlineSwitch => OperandSize.Switch,
                _ => OperandSize.Four,
            } : throw new BadImageFormatException($"No instruction 0x{code:X}.");

        private static readonly Dictionary<int, System.Reflection.Emit.OperandType> s_operands = typeof(System.Reflection.Emit.OpCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (System.Reflection.Emit.OpCode)field.GetValue(null)!)
            .ToDictionary(code => code.Value & 0xFFFF, code => code.OperandType);

        private string NameOf(TypeDefinitionHandle handle)
        {
            TypeDefinition type = _metadata.GetTypeDefinition(handle);
            while (type.IsNested) type = _metadata.GetTypeDefinition(type.GetDeclaringType());
            string name = _metadata.GetString(type.Name);
            int arity = name.IndexOf('`', StringComparison.Ordinal);
            return arity < 0 ? name : name[..arity];
        }

        private enum OperandSize
        {
            None = 0,
            One = 1,
            Two = 2,
            Four = 4,
            Eight = 8,
            Token = -1,
            Switch = -2,
        }
    }

    /// <summary>Notes every type of the assembly that a signature names.</summary>
    private sealed class SignatureTypes(MetadataReader metadata, List<TypeDefinitionHandle> found) : ISignatureTypeProvider<bool, object?>
    {
        public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            found.Add(handle);
            return true;
        }

        public bool GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
            => metadata.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public bool GetArrayType(bool elementType, ArrayShape shape) => true;

        public bool GetByReferenceType(bool elementType) => true;

        public bool GetFunctionPointerType(MethodSignature<bool> signature) => true;

        public bool GetGenericInstantiation(bool genericType, System.Collections.Immutable.ImmutableArray<bool> typeArguments) => true;

        public bool GetGenericMethodParameter(object? genericContext, int index) => true;

        public bool GetGenericTypeParameter(object? genericContext, int index) => true;

        public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => true;

        public bool GetPinnedType(bool elementType) => true;

        public bool GetPointerType(bool elementType) => true;

        public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => true;

        public bool GetSZArrayType(bool elementType) => true;

        public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => true;
    }
}
