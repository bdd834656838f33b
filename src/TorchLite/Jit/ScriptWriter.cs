using TorchLite.Serialization;

namespace TorchLite.Jit;

/// <summary>Writes models: libtorch writes a file, which then goes to where it is to be.</summary>
internal static class ScriptWriter
{
    internal static void Write(ScriptModule module, string path, IReadOnlyDictionary<string, byte[]>? extraFiles) => Write(
        module, Path.GetFileName(path), file => AtomicFile.Write(path, target => Copy(file, target, extraFiles)));

    internal static void Write(ScriptModule module, Stream target, IReadOnlyDictionary<string, byte[]>? extraFiles) =>
        Write(module, "archive.pt", file => Copy(file, target, extraFiles));

    // libtorch names the folder in the archive as the file.
    private static void Write(ScriptModule module, string name, Action<FileStream> finish)
    {
        if (module.IsOptimized)
        {
            throw new TorchException(
                "A module that was made fast by optimize_for_inference can not be saved: save the module of which it was made.");
        }

        var program = module.Program;
        program.Synchronize();
        Write(program.Tree, ScriptProgram.InTree(module.Path), name, finish);
    }

    /// <summary>Lets libtorch write a module into a file, which is there meanwhile.</summary>
    /// <param name="tree">Where the module is.</param>
    /// <param name="module">Its path there.</param>
    /// <param name="name">What the file is called.</param>
    /// <param name="finish">What is to be done with it.</param>
    internal static void Write(ScriptTree tree, string module, string name, Action<FileStream> finish)
    {
        var folder = Directory.CreateTempSubdirectory("torchlite");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            Exports.SaveScript(tree[module], path);
            GC.KeepAlive(tree);
            CppGuard.Check();
            using var file = File.OpenRead(path);
            finish(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Copy(FileStream file, Stream target, IReadOnlyDictionary<string, byte[]>? extraFiles)
    {
        if (extraFiles is not { Count: > 0 })
        {
            file.CopyTo(target);
            return;
        }

        var zip = new ZipReader(file);
        var writer = new ZipWriter(target);
        foreach (var entry in zip.Entries)
        {
            writer.Add(entry.Name, entry.Length, stream =>
            {
                using var bytes = zip.Open(entry);
                bytes.CopyTo(stream);
            });
        }

        var folder = zip.Entries[0].Name.Split('/')[0];
        foreach (var (name, bytes) in extraFiles)
        {
            writer.Add($"{folder}/extra/{name}", bytes);
        }

        writer.Finish();
    }
}
