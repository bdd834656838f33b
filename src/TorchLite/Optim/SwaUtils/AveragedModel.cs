using TorchLite.Nn;

namespace TorchLite.Optim.SwaUtils;

/// <summary>
/// The average of a network over its training, which often does better than the network itself: PyTorch's <c>AveragedModel</c>.
/// <see cref="UpdateParameters"/> takes the network as it is into the average, and <c>averaged.Module.Call(x)</c> runs it.
/// </summary>
/// <typeparam name="TModule">The network's class.</typeparam>
/// <remarks>
/// The average counts all alike (Izmailov et al., "Averaging Weights Leads to Wider Optima and Better Generalization", 2018), unless a
/// function says another one, such as <see cref="Torch.Optim.SwaUtils.GetEmaMultiAvgFn"/>.
/// </remarks>
/// <example><code>
/// var net = new Linear(1, 1, bias: false);
/// var averaged = new AveragedModel&lt;Linear&gt;(net);
/// foreach (var value in new[] { 1.0, 2.0, 6.0 })
/// {
///     net.Weight.Data.Fill_(value);
///     averaged.UpdateParameters(net);
/// }
/// averaged.Module.Call(Torch.Ones(1, 1)).Item()      // 3.0
/// averaged.NAveraged                                 // tensor(3)
/// string.Join(" ", averaged.StateDict().Keys)        // n_averaged module.weight
/// </code></example>
public sealed class AveragedModel<TModule> : Module
    where TModule : Module
{
    private readonly Func<Tensor, Tensor, Tensor, Tensor>? avgFn;
    private readonly Action<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor>? multiAvgFn;
    private readonly bool useBuffers;

    /// <summary>An average of nothing yet.</summary>
    /// <param name="model">The network, of which a copy is made.</param>
    /// <param name="device">Where the average is; null: where the network is.</param>
    /// <param name="avgFn">Gives the new average of the old one, the parameter and the count so far.</param>
    /// <param name="multiAvgFn">Changes the averages of all parameters, given the parameters and the count so far.</param>
    /// <param name="useBuffers">Whether buffers are averaged too; else they are the last ones.</param>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    /// <exception cref="TorchException">There are two functions.</exception>
    public AveragedModel(
        TModule model, Device? device = null, Func<Tensor, Tensor, Tensor, Tensor>? avgFn = null,
        Action<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor>? multiAvgFn = null, bool useBuffers = false)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (avgFn is not null && multiAvgFn is not null)
        {
            throw new TorchException("Only one of avg_fn and multi_avg_fn should be provided");
        }

        var copy = model.Clone();
        Module = device is { } place ? copy.To(place) : copy;
        NAveraged = new(Torch.Tensor(0, DType.Int64, device));
        (this.avgFn, this.multiAvgFn, this.useBuffers) = (avgFn, multiAvgFn, useBuffers);
    }

    /// <summary>The average.</summary>
    public TModule Module { get; }

    /// <summary>How many times the network was taken into it: PyTorch's <c>n_averaged</c>.</summary>
    [Name("n_averaged")]
    public Nn.Buffer NAveraged { get; }

    /// <summary>Takes the network as it is into the average: PyTorch's <c>update_parameters</c>.</summary>
    /// <param name="model">The network.</param>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    /// <exception cref="TorchException">Its tensors do not fit.</exception>
    public void UpdateParameters(Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var scope = Torch.Scope();
        using var mode = Torch.NoGrad();
        var averages = Tensors(Module);
        var current = Tensors(model).Zip(averages, static (tensor, average) => tensor.Detach().To(average.Device)).ToArray();
        averages = [.. averages.Take(current.Length)];
        if ((long)NAveraged == 0)
        {
            foreach (var (average, tensor) in averages.Zip(current))
            {
                average.Copy_(tensor);
            }
        }
        else
        {
            Average(averages, current);
        }

        if (!useBuffers)
        {
            foreach (var (average, buffer) in Module.Buffers().Zip(model.Buffers()))
            {
                average.Detach().Copy_(buffer.Detach().To(average.Device));
            }
        }

        NAveraged.Add_(1);
    }

    private Tensor[] Tensors(Module module) =>
    [
        .. module.Parameters().Select(static parameter => parameter.Detach()),
        .. useBuffers ? module.Buffers().Select(static buffer => buffer.Detach()) : [],
    ];

    private void Average(Tensor[] averages, Tensor[] current)
    {
        foreach (var alike in averages.Zip(current).GroupBy(static pair => (pair.First.Device, pair.First.DType)))
        {
            var count = NAveraged.Detach().To(alike.Key.Device);
            var all = multiAvgFn ?? (avgFn is null && alike.Key.Device.Type == "cuda" ? Torch.Optim.SwaUtils.GetSwaMultiAvgFn() : null);
            if (all is not null)
            {
                all([.. alike.Select(static pair => pair.First)], [.. alike.Select(static pair => pair.Second)], count);
                continue;
            }

            var one = avgFn ?? Torch.Optim.SwaUtils.GetSwaAvgFn();
            foreach (var (average, tensor) in alike)
            {
                average.Copy_(one(average, tensor, count));
            }
        }
    }
}
