using TorchLite.Jit;

namespace TorchLite;

/// <content>Models of TorchScript.</content>
public static partial class Torch
{
    /// <summary>Models that Python scripted or traced, and functions in TorchScript: PyTorch's <c>torch.jit</c>.</summary>
    /// <remarks>
    /// <para>
    /// <c>torch.jit.script(model).save("model.pt")</c>, or <c>trace</c>, writes in Python what
    /// <see cref="Load(string, Device?, IEnumerable{string}?)"/>
    /// reads here.
    /// </para>
    /// <para>
    /// What makes TorchScript of Python (<c>script</c>, <c>trace</c>) needs Python, and is not here.
    /// </para>
    /// <para>
    /// TorchScript is a language: a model can call any operator that is registered in libtorch, among them some that read and write files
    /// (<c>aten::from_file</c>, <c>aten::save</c>), and it can run without an end. Reading a file runs none of its methods but those that
    /// its classes have for being read (<c>__setstate__</c>). Load what you trust, or say in <c>allowed</c> which operators may stand in
    /// the sources: an archive that names another one is refused before libtorch sees it.
    /// </para>
    /// </remarks>
    public static class Jit
    {
        /// <summary>Reads a model that <c>torch.jit.save</c> wrote: PyTorch's <c>torch.jit.load</c>.</summary>
        /// <param name="f">The path of the file.</param>
        /// <param name="mapLocation">The device of its tensors; null: the one from which they were saved.</param>
        /// <param name="allowed">
        /// The operators that the model may call, such as <c>"aten::linear"</c> or <c>"linear"</c>; null: all. The language's own
        /// operators and functions are always allowed.
        /// </param>
        /// <returns>The model, in the mode, training or not, in which it was saved.</returns>
        /// <exception cref="ArgumentException">The path is empty.</exception>
        /// <exception cref="TorchFileException">The file is damaged, is no TorchScript archive, or calls what is not allowed.</exception>
        /// <exception cref="TorchException">libtorch does not know something in it, or there is no such device.</exception>
        /// <exception cref="IOException">The file can not be opened.</exception>
        /// <example><code>
        /// // torch.jit.script(net).save("model.pt")
        /// var net = Torch.Jit.Load("model.pt");
        /// net.Call(Torch.Tensor([[1.0, 1.0], [0.0, -3.0]]))
        /// // tensor([[6.],
        /// //         [0.]], grad_fn=&lt;ReluBackward0&gt;)
        /// Torch.Jit.Load("model.pt", allowed: ["linear"])
        /// // TorchFileException: the TorchScript archive calls the operator 'relu', which is not among those that are allowed
        /// </code></example>
        public static ScriptModule Load(string f, Device? mapLocation = null, IEnumerable<string>? allowed = null)
        {
            ArgumentException.ThrowIfNullOrEmpty(f);
            using var stream = File.OpenRead(f);
            return ScriptProgram.Load(stream, mapLocation, allowed);
        }

        /// <summary>Reads a model from a stream.</summary>
        /// <param name="f">The stream, from its position on; it must be able to seek, and stays open.</param>
        /// <param name="mapLocation">The device of its tensors; null: the one from which they were saved.</param>
        /// <param name="allowed">The operators that the model may call; null: all.</param>
        /// <returns>The model.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
        /// <exception cref="ArgumentException">The stream can not seek.</exception>
        /// <exception cref="TorchFileException">It is no TorchScript archive, or one that can not be read.</exception>
        /// <exception cref="TorchException">libtorch does not know something in it, or there is no such device.</exception>
        public static ScriptModule Load(Stream f, Device? mapLocation = null, IEnumerable<string>? allowed = null)
        {
            ArgumentNullException.ThrowIfNull(f);
            return f.CanSeek ? ScriptProgram.Load(f, mapLocation, allowed)
                : throw new ArgumentException("A TorchScript archive is read from its end: the stream must be able to seek.", nameof(f));
        }

        /// <summary>Reads a model from the bytes of a file.</summary>
        /// <param name="f">The bytes.</param>
        /// <param name="mapLocation">The device of its tensors; null: the one from which they were saved.</param>
        /// <param name="allowed">The operators that the model may call; null: all.</param>
        /// <returns>The model.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
        /// <exception cref="TorchFileException">It is no TorchScript archive, or one that can not be read.</exception>
        /// <exception cref="TorchException">libtorch does not know something in it, or there is no such device.</exception>
        public static ScriptModule Load(byte[] f, Device? mapLocation = null, IEnumerable<string>? allowed = null)
        {
            ArgumentNullException.ThrowIfNull(f);
            return Load(new MemoryStream(f, writable: false), mapLocation, allowed);
        }

        /// <summary>Writes a model as an archive that Python's <c>torch.jit.load</c> reads: PyTorch's <c>torch.jit.save</c>.</summary>
        /// <param name="m">The model, with the parameters and buffers that it has now.</param>
        /// <param name="f">The path of the file.</param>
        /// <param name="extraFiles">Files that are to be saved beside the model, by their names: PyTorch's <c>_extra_files</c>.</param>
        /// <exception cref="ArgumentNullException"><paramref name="m"/> is null.</exception>
        /// <exception cref="ArgumentException">The path is empty.</exception>
        /// <exception cref="TorchException">
        /// It was made fast by <see cref="OptimizeForInference"/>, or libtorch can not write it.
        /// </exception>
        /// <exception cref="IOException">The file can not be written.</exception>
        /// <example><code>
        /// var net = Torch.Jit.Load("model.pt").Double();
        /// var file = new MemoryStream();
        /// Torch.Jit.Save(net, file);
        /// Torch.Jit.Load(file.ToArray()).GetParameter("fc.weight").DType   // torch.float64
        /// </code></example>
        public static void Save(ScriptModule m, string f, IReadOnlyDictionary<string, byte[]>? extraFiles = null)
        {
            ArgumentNullException.ThrowIfNull(m);
            ArgumentException.ThrowIfNullOrEmpty(f);
            ScriptWriter.Write(m, f, extraFiles);
        }

        /// <summary>Writes a model to a stream.</summary>
        /// <param name="m">The model.</param>
        /// <param name="f">The stream, which stays open.</param>
        /// <param name="extraFiles">Files that are to be saved beside the model, by their names.</param>
        /// <exception cref="ArgumentNullException"><paramref name="m"/> or <paramref name="f"/> is null.</exception>
        /// <exception cref="TorchException">
        /// It was made fast by <see cref="OptimizeForInference"/>, or libtorch can not write it.
        /// </exception>
        public static void Save(ScriptModule m, Stream f, IReadOnlyDictionary<string, byte[]>? extraFiles = null)
        {
            ArgumentNullException.ThrowIfNull(m);
            ArgumentNullException.ThrowIfNull(f);
            ScriptWriter.Write(m, f, extraFiles);
        }

        /// <summary>
        /// A copy with the parameters and attributes as constants, and what can be computed of them computed: PyTorch's
        /// <c>torch.jit.freeze</c>.
        /// </summary>
        /// <param name="mod">The model, in evaluation mode.</param>
        /// <param name="preservedAttrs">Methods and attributes that are to stay beside <c>forward</c>.</param>
        /// <param name="optimizeNumerics">
        /// Whether to do what changes results by their rounding, such as folding batch normalization.
        /// </param>
        /// <returns>The frozen model, which has no parameters.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="mod"/> is null.</exception>
        /// <exception cref="TorchException">The model is in training, or has no such attribute.</exception>
        /// <exception cref="TorchNotImplementedException">
        /// libtorch's function for it is not known on this system: it is on Linux x64.
        /// </exception>
        /// <example><code>
        /// var net = Torch.Jit.Load("model.pt");
        /// Torch.Jit.Freeze(net).StateDict().Count   // 0
        /// </code></example>
        public static ScriptModule Freeze(ScriptModule mod, IEnumerable<string>? preservedAttrs = null, bool optimizeNumerics = true)
        {
            ArgumentNullException.ThrowIfNull(mod);
            return ScriptOptimization.Freeze(mod, preservedAttrs, optimizeNumerics);
        }

        /// <summary>
        /// A copy that computes as fast as libtorch can make it, for the system that it runs on: PyTorch's
        /// <c>torch.jit.optimize_for_inference</c>.
        /// </summary>
        /// <param name="mod">The model, in evaluation mode.</param>
        /// <param name="otherMethods">Methods that are to be there beside <c>forward</c>.</param>
        /// <returns>The fast model. It has no parameters, gives no gradients, and can not be saved.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="mod"/> is null.</exception>
        /// <exception cref="TorchException">The model is in training, or has no such method.</exception>
        /// <exception cref="TorchNotImplementedException">
        /// libtorch's function for it is not known on this system: it is on Linux x64.
        /// </exception>
        /// <example><code>
        /// var net = Torch.Jit.Load("model.pt");
        /// net = Torch.Jit.OptimizeForInference(net);
        /// net.Call&lt;Tensor&gt;(Torch.Ones(1, 2)).Shape   // torch.Size([1, 1])
        /// </code></example>
        public static ScriptModule OptimizeForInference(ScriptModule mod, IEnumerable<string>? otherMethods = null)
        {
            ArgumentNullException.ThrowIfNull(mod);
            return ScriptOptimization.ForInference(mod, otherMethods);
        }

        /// <summary>Compiles functions of TorchScript: PyTorch's <c>torch.jit.CompilationUnit(source)</c>.</summary>
        /// <param name="source">
        /// The functions: TorchScript is a part of Python, with types. Of Python's exceptions it knows AssertionError here, and
        /// <c>assert</c>.
        /// </param>
        /// <returns>The functions by their names.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
        /// <exception cref="TorchException">The source does not compile; the message says where, as PyTorch's does.</exception>
        /// <exception cref="TorchNotImplementedException">
        /// On systems other than Linux x64, where a source that does not compile would end the process.
        /// </exception>
        /// <example><code>
        /// var unit = Torch.Jit.Compile("""
        ///     def pick(x: Tensor, names: List[str], which: str = "b") -> Tuple[Tensor, int]:
        ///         at = 0
        ///         for i, name in enumerate(names):
        ///             if name == which:
        ///                 at = i
        ///         return x[at], at
        ///     """);
        /// var result = (object?[])unit.Call("pick", Torch.Tensor([5, 6, 7]), new[] { "a", "b", "c" })!;
        /// result[0]   // tensor(6)
        /// result[1]   // 1
        /// </code></example>
        public static CompilationUnit Compile(string source)
        {
            ArgumentNullException.ThrowIfNull(source);
            return ScriptCompiler.Compile(source);
        }
    }
}
