using System.Globalization;
using System.Net;
using Google.Protobuf;
using TorchLite.Nn;
using TorchLite.Utils.Tensorboard.Messages;

namespace TorchLite.Utils.Tensorboard;

/// <summary>Writes what TensorBoard shows of a training: PyTorch's <c>torch.utils.tensorboard.SummaryWriter</c>.</summary>
/// <remarks>
/// Threads may write with one writer. What is added after <see cref="Close"/> goes to a new file in the same folder, as in PyTorch. Sounds,
/// films, meshes, embeddings, precision-recall curves, layouts of charts, boxes in images, whole tensors, ONNX graphs and matplotlib's
/// figures, which PyTorch has too, are not here; a chart of <c>TorchLite.Plotting</c> is an image by its <c>ToTensor</c>.
/// </remarks>
/// <example><code>
/// using TorchLite.Utils.Tensorboard;
/// var folder = Directory.CreateTempSubdirectory().FullName;
/// using (var writer = new SummaryWriter(folder))
/// {
///     for (var step = 0; step &lt; 100; step++)
///     {
///         writer.AddScalar("loss/train", 1.0 / (step + 1), step);
///     }
/// }
/// Directory.GetFiles(folder, "events.out.tfevents.*").Length   // 1
/// </code></example>
public sealed class SummaryWriter : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, EventFile> files = [];
    private readonly string logDir;
    private readonly int maxQueue;
    private readonly int flushSecs;
    private readonly string filenameSuffix;
    private long? purgeStep;

    /// <summary>Makes the folder and begins a file in it.</summary>
    /// <param name="logDir">
    /// The folder; null or empty: <c>runs/</c>, the time and the name of the machine, which differs from run to run. Runs are compared
    /// where their folders have the same parent.
    /// </param>
    /// <param name="comment">What is added to the folder's name where <paramref name="logDir"/> is not given.</param>
    /// <param name="purgeStep">Where a run goes on from: TensorBoard hides what other files of the folder have from this step on.</param>
    /// <param name="maxQueue">As many events are kept in memory before they are written.</param>
    /// <param name="flushSecs">After as many seconds they are written at the latest.</param>
    /// <param name="filenameSuffix">What is added to the names of files.</param>
    /// <exception cref="ArgumentNullException">The comment or the suffix is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The seconds are not positive.</exception>
    /// <exception cref="IOException">The folder or the file can not be made.</exception>
    public SummaryWriter(
        string? logDir = null, string comment = "", long? purgeStep = null, int maxQueue = 10, int flushSecs = 120,
        string filenameSuffix = "")
    {
        ArgumentNullException.ThrowIfNull(comment);
        ArgumentNullException.ThrowIfNull(filenameSuffix);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(flushSecs);
        var time = DateTime.Now.ToString("MMMdd_HH-mm-ss", CultureInfo.InvariantCulture);
        this.logDir = string.IsNullOrEmpty(logDir) ? Path.Combine("runs", $"{time}_{Dns.GetHostName()}{comment}") : logDir;
        (this.purgeStep, this.maxQueue, this.flushSecs, this.filenameSuffix) = (purgeStep, maxQueue, flushSecs, filenameSuffix);
        FileOf(this.logDir);
    }

    /// <summary>The folder that files are in: PyTorch's <c>get_logdir</c>.</summary>
    /// <returns>As it was given.</returns>
    /// <example><code>
    /// using TorchLite.Utils.Tensorboard;
    /// var folder = Directory.CreateTempSubdirectory().FullName;
    /// using var writer = new SummaryWriter(folder);
    /// writer.GetLogdir() == folder   // True
    /// </code></example>
    public string GetLogdir() => logDir;

    /// <summary>A number, which with those of other steps makes a curve: PyTorch's <c>add_scalar</c>.</summary>
    /// <param name="tag">The name of the curve; what is before a slash gathers curves.</param>
    /// <param name="scalarValue">The number; it is kept in single precision.</param>
    /// <param name="globalStep">The step; null: none.</param>
    /// <param name="walltime">The time in seconds since 1970; null: now.</param>
    /// <param name="newStyle">Whether it is written as a tensor, which TensorBoard reads faster.</param>
    /// <param name="doublePrecision">Whether that tensor has double precision.</param>
    /// <exception cref="ArgumentNullException">The tag is null.</exception>
    /// <exception cref="IOException">The file can not be written.</exception>
    public void AddScalar(
        string tag, double scalarValue, long? globalStep = null, double? walltime = null, bool newStyle = false,
        bool doublePrecision = false)
    {
        ArgumentNullException.ThrowIfNull(tag);
        Write(logDir, Event(Scalar(tag, scalarValue, newStyle, doublePrecision), globalStep), walltime);
    }

    /// <summary>The same for a tensor of one element.</summary>
    /// <param name="tag">The name of the curve; what is before a slash gathers curves.</param>
    /// <param name="scalarValue">The tensor.</param>
    /// <param name="globalStep">The step; null: none.</param>
    /// <param name="walltime">The time in seconds since 1970; null: now.</param>
    /// <param name="newStyle">Whether it is written as a tensor, which TensorBoard reads faster.</param>
    /// <param name="doublePrecision">Whether that tensor has double precision.</param>
    /// <exception cref="ArgumentNullException">The tag or the tensor is null.</exception>
    /// <exception cref="TorchException">The tensor has more elements.</exception>
    /// <exception cref="IOException">The file can not be written.</exception>
    public void AddScalar(
        string tag, Tensor scalarValue, long? globalStep = null, double? walltime = null, bool newStyle = false,
        bool doublePrecision = false)
    {
        using var scope = Torch.Scope();
        var left = Values.Of(scalarValue).Squeeze();
        if (left.Dim() != 0)
        {
            throw new TorchException(FormattableString.Invariant(
                $"Tensor should contain one element (0 dimensions). Was given size: {left.Numel()} and {left.Dim()} dimensions."));
        }

        AddScalar(tag, left.To(DType.Float64).Item<double>(), globalStep, walltime, newStyle, doublePrecision);
    }

    /// <summary>
    /// Some numbers whose curves are in one chart: PyTorch's <c>add_scalars</c>. Each has a folder of its own, as if it were another run.
    /// </summary>
    /// <param name="mainTag">The name of the chart.</param>
    /// <param name="tagScalarDict">The numbers, by the names of their curves.</param>
    /// <param name="globalStep">The step; null: none.</param>
    /// <param name="walltime">The time in seconds since 1970; null: now.</param>
    /// <exception cref="ArgumentNullException">The name or the numbers are null.</exception>
    /// <exception cref="IOException">A file can not be written.</exception>
    /// <example><code>
    /// using TorchLite.Utils.Tensorboard;
    /// var folder = Directory.CreateTempSubdirectory().FullName;
    /// using var writer = new SummaryWriter(folder);
    /// writer.AddScalars("loss", new Dictionary&lt;string, double&gt; { ["train"] = 0.5, ["test"] = 0.75 }, 1);
    /// Directory.GetDirectories(folder).Length   // 2
    /// </code></example>
    public void AddScalars(
        string mainTag, IReadOnlyDictionary<string, double> tagScalarDict, long? globalStep = null, double? walltime = null)
    {
        ArgumentNullException.ThrowIfNull(mainTag);
        ArgumentNullException.ThrowIfNull(tagScalarDict);
        var now = walltime ?? EventFile.Now();
        FileOf(logDir);
        foreach (var (tag, value) in tagScalarDict)
        {
            Write($"{logDir}/{mainTag.Replace('/', '_')}_{tag}", Event(Scalar(mainTag, value), globalStep), now);
        }
    }

    /// <summary>How the elements of a tensor are spread, by intervals: PyTorch's <c>add_histogram</c>.</summary>
    /// <param name="tag">The name of the histogram.</param>
    /// <param name="values">The tensor.</param>
    /// <param name="globalStep">The step; null: none.</param>
    /// <param name="bins">The edges of the intervals, in order; null: TensorFlow's, each a tenth wider than the one before.</param>
    /// <param name="walltime">The time in seconds since 1970; null: now.</param>
    /// <param name="maxBins">Where there are more intervals, some are joined.</param>
    /// <exception cref="ArgumentNullException">The tag or the tensor is null.</exception>
    /// <exception cref="TorchValueException">There is no element, none in an interval, or the edges are not in order.</exception>
    /// <exception cref="IOException">The file can not be written.</exception>
    /// <example><code>
    /// using TorchLite.Utils.Tensorboard;
    /// using var writer = new SummaryWriter(Directory.CreateTempSubdirectory().FullName);
    /// writer.AddHistogram("weights", Torch.Randn(1000), 1);
    /// writer.AddHistogram("ten intervals", Torch.Randn(1000), 1, bins: 10);
    /// writer.AddHistogram("nothing", Torch.Ones(0))   // TorchValueException: The input has no element.
    /// </code></example>
    public void AddHistogram(
        string tag, Tensor values, long? globalStep = null, IReadOnlyList<double>? bins = null, double? walltime = null,
        int? maxBins = null)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var histogram = Histogram.Of(values, bins is null ? Histogram.DefaultBins : [.. bins], maxBins);
        Add(new() { Tag = tag, Histo = histogram }, globalStep, walltime);
    }

    /// <summary>The same with intervals of one width.</summary>
    /// <param name="tag">The name of the histogram.</param>
    /// <param name="values">The tensor.</param>
    /// <param name="globalStep">The step; null: none.</param>
    /// <param name="bins">How many intervals, from the smallest element to the largest.</param>
    /// <param name="walltime">The time in seconds since 1970; null: now.</param>
    /// <param name="maxBins">Where there are more intervals, some are joined.</param>
    /// <exception cref="ArgumentNullException">The tag or the tensor is null.</exception>
    /// <exception cref="TorchValueException">There is no element or no interval, or an element is not finite.</exception>
    /// <exception cref="IOException">The file can not be written.</exception>
    public void AddHistogram(
        string tag, Tensor values, long? globalStep, int bins, double? walltime = null, int? maxBins = null)
    {
        ArgumentNullException.ThrowIfNull(tag);
        Add(new() { Tag = tag, Histo = Histogram.Of(values, bins, maxBins) }, globalStep, walltime);
    }

    /// <summary>An image: PyTorch's <c>add_image</c>.</summary>
    /// <param name="tag">The name of the image.</param>
    /// <param name="imgTensor">Bytes from 0 to 255, or other numbers from 0 to 1; what is beyond is cut.</param>
    /// <param name="globalStep">The step; null: none.</param>
    /// <param name="walltime">The time in seconds since 1970; null: now.</param>
    /// <param name="dataformats">
    /// What the dimensions are, a letter each: <c>CHW</c>, <c>HWC</c> or another order of channels, height and width, or <c>HW</c>. One
    /// channel is grey, two are grey and opacity, three are red, green and blue, and four those and opacity.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="TorchException">The dimensions are not those said, or the channels are another number.</exception>
    /// <exception cref="IOException">The file can not be written.</exception>
    /// <example><code>
    /// using TorchLite.Utils.Tensorboard;
    /// using var writer = new SummaryWriter(Directory.CreateTempSubdirectory().FullName);
    /// writer.AddImage("noise", Torch.Rand(3, 32, 32));
    /// writer.AddImage("grey", Torch.Rand(32, 32), dataformats: "HW");
    /// writer.AddImage("odd", Torch.Rand(5, 32, 32))   // TorchTypeException: Cannot handle this data type: (1, 1, 5), |u1
    /// </code></example>
    public void AddImage(string tag, Tensor imgTensor, long? globalStep = null, double? walltime = null, string dataformats = "CHW")
    {
        ArgumentNullException.ThrowIfNull(tag);
        Add(new() { Tag = tag, Image = Pictures.Of(imgTensor, dataformats) }, globalStep, walltime);
    }

    /// <summary>Images of the same size as one, with eight in a row: PyTorch's <c>add_images</c>.</summary>
    /// <param name="tag">The name of the image.</param>
    /// <param name="imgTensor">As for <see cref="AddImage"/>.</param>
    /// <param name="globalStep">The step; null: none.</param>
    /// <param name="walltime">The time in seconds since 1970; null: now.</param>
    /// <param name="dataformats">As for <see cref="AddImage"/>, with N for the images; there is one channel, or there are three.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="TorchException">The dimensions are not those said, or the channels are another number.</exception>
    /// <exception cref="IOException">The file can not be written.</exception>
    /// <example><code>
    /// using TorchLite.Utils.Tensorboard;
    /// using var writer = new SummaryWriter(Directory.CreateTempSubdirectory().FullName);
    /// writer.AddImages("batch", Torch.Rand(16, 1, 28, 28), globalStep: 1);
    /// </code></example>
    public void AddImages(string tag, Tensor imgTensor, long? globalStep = null, double? walltime = null, string dataformats = "NCHW") =>
        AddImage(tag, imgTensor, globalStep, walltime, dataformats);

    /// <summary>A text, in which TensorBoard reads Markdown: PyTorch's <c>add_text</c>.</summary>
    /// <param name="tag">The name of the text.</param>
    /// <param name="textString">The text.</param>
    /// <param name="globalStep">The step; null: none.</param>
    /// <param name="walltime">The time in seconds since 1970; null: now.</param>
    /// <exception cref="ArgumentNullException">The tag or the text is null.</exception>
    /// <exception cref="IOException">The file can not be written.</exception>
    /// <example><code>
    /// using TorchLite.Utils.Tensorboard;
    /// using var writer = new SummaryWriter(Directory.CreateTempSubdirectory().FullName);
    /// writer.AddText("options", "| lr | batch |\n|---|---|\n| 0.1 | 32 |");
    /// </code></example>
    public void AddText(string tag, string textString, long? globalStep = null, double? walltime = null)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(textString);
        var text = new TensorProto
        {
            Dtype = TensorType.DtString, TensorShape = new() { Dim = { new TensorShapeProto.Types.Dim { Size = 1 } } },
            StringVal = { ByteString.CopyFromUtf8(textString) },
        };
        var metadata = Plugin("text", new TextPluginData().ToByteString());
        Add(new() { Tag = tag + "/text_summary", Tensor = text, Metadata = metadata }, globalStep, walltime);
    }

    /// <summary>The graph of a model, from one run of it: PyTorch's <c>add_graph</c>.</summary>
    /// <remarks>
    /// The model runs in evaluation, and nothing of it is changed. The graph has the operations that autograd recorded, each in its module;
    /// PyTorch's has those that TorchScript saw. Such without a gradient, as of masks and indices, are not in it.
    /// </remarks>
    /// <typeparam name="TResult">What the model gives.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="inputToModel">What it is called with.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="TorchNotImplementedException">The system is not Linux x64 or Windows x64.</exception>
    /// <exception cref="IOException">The file can not be written.</exception>
    /// <example><code>
    /// using TorchLite.Utils.Tensorboard;
    /// using var writer = new SummaryWriter(Directory.CreateTempSubdirectory().FullName);
    /// writer.AddGraph(new Sequential(new Linear(4, 8), new ReLU(), new Linear(8, 2)), Torch.Zeros(1, 4));
    /// </code></example>
    public void AddGraph<TResult>(Module<Tensor, TResult> model, Tensor inputToModel)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(inputToModel);
        AddGraph(model, [inputToModel], inputs => model.Call(inputs[0]));
    }

    /// <summary>The graph of a model that takes other inputs than one tensor.</summary>
    /// <typeparam name="TResult">What the model gives.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="inputToModel">The inputs.</param>
    /// <param name="run">Calls the model with the inputs that it gets, which are those with their gradients recorded.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="TorchNotImplementedException">The system is not Linux x64 or Windows x64.</exception>
    /// <exception cref="IOException">The file can not be written.</exception>
    public void AddGraph<TResult>(Module model, IReadOnlyList<Tensor> inputToModel, Func<IReadOnlyList<Tensor>, TResult> run)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(inputToModel);
        ArgumentNullException.ThrowIfNull(run);
        var training = model.Modules().Where(static module => module.Training).ToArray();
        var frozen = model.Parameters().Where(static one => !one.RequiresGrad && one.DType.IsFloatingPoint).ToArray();
        using var scope = Torch.Scope();
        using var recording = Torch.EnableGrad();
        Tensor[] inputs = [.. inputToModel.Select(static one => one.DType.IsFloatingPoint ? one.Detach().RequiresGrad_() : one)];
        using var graph = new ModelGraph(model, inputs);
        GraphDef found;
        try
        {
            model.SetTraining(false);
            Array.ForEach(frozen, static one => one.RequiresGrad_());
            found = graph.Finish(run(inputs));
        }
        finally
        {
            Array.ForEach(training, static module => module.Training = true);
            Array.ForEach(frozen, static one => one.RequiresGrad_(false));
        }

        var device = new RunMetadata { StepStats = new() { DevStats = { new DeviceStepStats { Device = "/device:CPU:0" } } } };
        Write(logDir, new() { GraphDef = found.ToByteString() }, null);
        Write(logDir, new() { TaggedRunMetadata = new() { Tag = "step1", RunMetadata = device.ToByteString() } }, null);
    }

    /// <summary>Hyperparameters and what came of them, which TensorBoard compares between runs: PyTorch's <c>add_hparams</c>.</summary>
    /// <param name="hparamDict">The hyperparameters by name: numbers, bools, strings or tensors; null values are left out.</param>
    /// <param name="metricDict">The numbers that came of them.</param>
    /// <param name="hparamDomainDiscrete">All values that a hyperparameter may have, where they are known.</param>
    /// <param name="runName">The name of the folder for it, in that of the writer; null: the time.</param>
    /// <param name="globalStep">The step; null: none.</param>
    /// <exception cref="ArgumentNullException">The hyperparameters or the numbers are null.</exception>
    /// <exception cref="TorchValueException">A hyperparameter is of another type.</exception>
    /// <exception cref="TorchTypeException">Values that a hyperparameter may have are of another type than it.</exception>
    /// <exception cref="IOException">The file can not be written.</exception>
    /// <example><code>
    /// using TorchLite.Utils.Tensorboard;
    /// using var writer = new SummaryWriter(Directory.CreateTempSubdirectory().FullName);
    /// writer.AddHparams(
    ///     new Dictionary&lt;string, object?&gt; { ["lr"] = 0.1, ["batch"] = 32, ["optimizer"] = "AdamW" },
    ///     new Dictionary&lt;string, double&gt; { ["hparam/accuracy"] = 0.9 });
    /// </code></example>
    public void AddHparams(
        IReadOnlyDictionary<string, object?> hparamDict, IReadOnlyDictionary<string, double> metricDict,
        IReadOnlyDictionary<string, IReadOnlyList<object>>? hparamDomainDiscrete = null, string? runName = null, long? globalStep = null)
    {
        ArgumentNullException.ThrowIfNull(hparamDict);
        ArgumentNullException.ThrowIfNull(metricDict);
        var summaries = Hyperparameters.Of(hparamDict, metricDict.Keys, hparamDomainDiscrete);
        var folder = string.IsNullOrEmpty(runName) ? EventFile.Now().ToString("R", CultureInfo.InvariantCulture) : runName;
        using var writer = new SummaryWriter(Path.Combine(logDir, folder));
        foreach (var summary in summaries)
        {
            writer.Write(writer.logDir, Event(summary, globalStep), null);
        }

        foreach (var (name, value) in metricDict)
        {
            writer.AddScalar(name, value, globalStep);
        }
    }

    /// <summary>Writes to the disk what was added.</summary>
    /// <exception cref="IOException">A file can not be written.</exception>
    /// <example><code>
    /// using TorchLite.Utils.Tensorboard;
    /// using var writer = new SummaryWriter(Directory.CreateTempSubdirectory().FullName);
    /// writer.AddScalar("loss", 0.5, 1);
    /// writer.Flush();
    /// </code></example>
    public void Flush()
    {
        lock (gate)
        {
            foreach (var file in files.Values)
            {
                file.Flush();
            }
        }
    }

    /// <summary>Writes what was added and closes the files.</summary>
    /// <exception cref="IOException">A file can not be written.</exception>
    /// <example><code>
    /// using TorchLite.Utils.Tensorboard;
    /// var writer = new SummaryWriter(Directory.CreateTempSubdirectory().FullName);
    /// writer.Close();
    /// writer.AddScalar("loss", 0.5, 1);   // in a new file
    /// writer.Close();
    /// Directory.GetFiles(writer.GetLogdir()).Length   // 2
    /// </code></example>
    public void Close()
    {
        lock (gate)
        {
            foreach (var file in files.Values)
            {
                file.Dispose();
            }

            files.Clear();
        }
    }

    /// <summary>The same as <see cref="Close"/>.</summary>
    public void Dispose() => Close();

    private static Summary Scalar(string tag, double value, bool newStyle = false, bool doublePrecision = false)
    {
        if (!newStyle)
        {
            return Of(new() { Tag = tag, SimpleValue = (float)value });
        }

        var tensor = doublePrecision
            ? new TensorProto { Dtype = TensorType.DtDouble, DoubleVal = { value } }
            : new TensorProto { Dtype = TensorType.DtFloat, FloatVal = { (float)value } };
        return Of(new() { Tag = tag, Tensor = tensor, Metadata = Plugin("scalars", ByteString.Empty) });
    }

    private static SummaryMetadata Plugin(string name, ByteString content) =>
        new() { PluginData = new() { PluginName = name, Content = content } };

    private static Summary Of(Summary.Types.Value value) => new() { Value = { value } };

    private static Event Event(Summary summary, long? step) => new() { Summary = summary, Step = step ?? 0 };

    private void Add(Summary.Types.Value value, long? step, double? walltime) => Write(logDir, Event(Of(value), step), walltime);

    // Under the lock, so that no other thread closes the file in between.
    private void Write(string folder, Event what, double? walltime)
    {
        lock (gate)
        {
            FileOf(folder).Write(what, walltime);
        }
    }

    private EventFile FileOf(string folder)
    {
        lock (gate)
        {
            if (files.TryGetValue(folder, out var known))
            {
                return known;
            }

            var file = files[folder] = new(folder, maxQueue, flushSecs, filenameSuffix);
            if (purgeStep is { } step)
            {
                file.Write(new() { Step = step, FileVersion = "brain.Event:2" }, null);
                file.Write(new() { Step = step, SessionLog = new() { Status = SessionLog.Types.SessionStatus.Start } }, null);
                purgeStep = null;
            }

            return file;
        }
    }
}
