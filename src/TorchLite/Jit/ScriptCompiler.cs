using System.Globalization;
using System.Text;
using TorchLite.Serialization;

namespace TorchLite.Jit;

/// <summary>
/// Compiles functions: an archive is made of them, with a class whose methods call them. libtorch writes it anew, and then it says the
/// types of the results, too.
/// </summary>
internal static class ScriptCompiler
{
    private const string Folder = "__torch__.functions";

    internal static CompilationUnit Compile(string source)
    {
        NativeLoader.EnsureLoaded();
        if (!CppGuard.IsSupported)
        {
            throw new TorchNotImplementedException(
                $"Compiling TorchScript is not there on {LoadFailure.Platform}, where a source that does not compile would end the "
                + $"process.");
        }

        ScriptReader reader;
        try
        {
            source += "\n";
            reader = ScriptReader.Read(source, Folder);
        }
        catch (TorchFileException wrong)
        {
            throw new TorchException(wrong.Message, wrong);
        }

        if (reader.Functions.Count == 0 || reader.Classes.Count > 0)
        {
            throw new TorchException("The source has no function, or something else than functions.");
        }

        var first = ScriptProgram.Load(Archive(reader, source), null, null);
        var file = new MemoryStream();
        Torch.Jit.Save(first, file);
        file.Position = 0;
        var module = Torch.Jit.Load(file);
        module.Program.IsUnit = true;
        return new(module, [.. reader.Functions.Select(one => Function(module.Binding(one.Name)))]);
    }

    private static ScriptMethod Function(ScriptBinding binding) => new(binding, null, () => binding.Signature.Code);

    private static MemoryStream Archive(ScriptReader reader, string source)
    {
        var unit = new StringBuilder("class Unit(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n");
        foreach (var function in reader.Functions)
        {
            var parameters = function.Parameters.Select(static one =>
                $"{one.Name}: {one.Type}{(one.Default is null ? "" : $"={one.Default}")}").Prepend("self");
            unit.Append(CultureInfo.InvariantCulture, $"  def {function.Name}({string.Join(", ", parameters)}):\n");
            var arguments = string.Join(", ", function.Parameters.Select(static one => one.Name));
            unit.Append(CultureInfo.InvariantCulture, $"    return {Folder}.{function.Name}({arguments})\n");
        }

        var file = new MemoryStream();
        var writer = new ZipWriter(file);
        writer.Add("archive/data.pkl", Encoding.Latin1.GetBytes("\u0080\u0002c__torch__\nUnit\n)\u0081}(X\u0008\0\0\0training\u0089ub."));
        writer.Add("archive/code/__torch__.py", Encoding.UTF8.GetBytes(unit.ToString()));
        writer.Add("archive/code/__torch__/functions.py", Encoding.UTF8.GetBytes(Qualified(reader, source)));
        writer.Add("archive/constants.pkl", Encoding.Latin1.GetBytes("\u0080\u0002)."));
        writer.Add("archive/version", "10\n"u8.ToArray());
        writer.Finish();
        file.Position = 0;
        return file;
    }

    // Within an archive functions are called by their full names.
    private static string Qualified(ScriptReader reader, string source)
    {
        var names = reader.Functions.Select(static one => one.Name).ToHashSet(StringComparer.Ordinal);
        var (text, at) = (new StringBuilder(), 0);
        for (var i = 0; i + 1 < reader.Tokens.Count; i++)
        {
            var token = reader.Tokens[i];
            if (token.Kind == ScriptTokenKind.Word && names.Contains(token.Text) && reader.Tokens[i + 1].Is("(")
                && (i == 0 || !(reader.Tokens[i - 1].Is(".") || reader.Tokens[i - 1].Is("def"))))
            {
                text.Append(source, at, token.Start - at).Append(Folder).Append('.');
                at = token.Start;
            }
        }

        return text.Append(source, at, source.Length - at).ToString();
    }
}
