using TorchLite.Export;

namespace TorchLite;

/// <content>Programs that Python exported.</content>
public static partial class Torch
{
    /// <summary>Programs that Python exported, without Python: PyTorch's <c>torch.export</c>.</summary>
    /// <remarks>
    /// <c>torch.export.save(torch.export.export(model, (x,)), "model.pt2")</c> writes in Python what <see cref="Load(string)"/> reads here.
    /// </remarks>
    public static class Export
    {
        /// <summary>Reads a program that <c>torch.export.save</c> wrote: PyTorch's <c>torch.export.load</c>.</summary>
        /// <param name="f">The path of the file.</param>
        /// <returns>The program; its tensors are on the CPU.</returns>
        /// <remarks>
        /// Both layouts are read: the four files of PyTorch 2.1 to 2.8, and the archive of 2.9 and later. Reading runs no code: the graph
        /// is a list of calls of operators, and weights that are pickled are read as
        /// <see cref="Torch.Load(string, Device?, bool, IProgress{long}, Action{string})"/> reads them.
        /// </remarks>
        /// <exception cref="ArgumentException">The path is empty.</exception>
        /// <exception cref="TorchFileException">
        /// The file is damaged, is no exported program, was written for a newer schema, or needs objects that only Python has.
        /// </exception>
        /// <exception cref="IOException">The file can not be opened.</exception>
        /// <example><code>
        /// // torch.export.save(torch.export.export(net, (torch.ones(4, 2),), dynamic_shapes={"x": {0: batch}}), "model.pt2")
        /// var net = Torch.Export.Load("model.pt2").Module();
        /// net.Call(Torch.Tensor([[1.0, 1.0], [0.0, -3.0]]))
        /// // tensor([[6.],
        /// //         [0.]], grad_fn=&lt;ReluBackward0&gt;)
        /// </code></example>
        public static ExportedProgram Load(string f)
        {
            ArgumentException.ThrowIfNullOrEmpty(f);
            using var stream = File.OpenRead(f);
            return Load(stream);
        }

        /// <summary>Reads a program from a stream.</summary>
        /// <param name="f">The stream, from its position on; it must be able to seek, and stays open.</param>
        /// <returns>The program.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
        /// <exception cref="ArgumentException">The stream can not seek.</exception>
        /// <exception cref="TorchFileException">It is no exported program, or one that can not be read.</exception>
        /// <example><code>
        /// using var file = File.OpenRead("model.pt2");
        /// Torch.Export.Load(file).RangeConstraints["s77"]   // (1, 64)
        /// </code></example>
        public static ExportedProgram Load(Stream f)
        {
            ArgumentNullException.ThrowIfNull(f);
            return f.CanSeek ? ExportedProgram.Read(f)
                : throw new ArgumentException("An exported program is read from its end: the stream must be able to seek.", nameof(f));
        }
    }
}
