using TorchLite.Distributed;

namespace TorchLite.Nn;

/// <summary>
/// A batch normalization by the mean and variance of the batches of several processes, and its gradients: each process tells the others
/// those of its own batch, of how many values they are, and on the way back the sums of the gradients.
/// </summary>
internal sealed class SyncStatistics(ProcessGroup group, Tensor? runningMean, Tensor? runningVar, double factor, double eps)
{
    /// <summary>Normalizes the batch of this process.</summary>
    internal Tensor Normalize(Tensor input, Tensor? weight, Tensor? bias) =>
        Torch.Autograd.Function.Create<Tensor, Tensor?, Tensor?, Tensor>(Forward, Backward, "SyncBatchNorm")(input, weight, bias);

    private Tensor Forward(FunctionContext ctx, Tensor input, Tensor? weight, Tensor? bias)
    {
        var channels = input.Size(1);
        var values = Precise(input);
        var dims = Others(input);
        Tensor combined;
        if (input.Numel() > 0)
        {
            var (own, ownMean) = (values.Var(dims, correction: 0), values.Mean(dims));
            combined = Torch.Cat([ownMean, (own + eps).Rsqrt(), Torch.Full([1], input.Numel() / channels, values.DType, input.Device)]);
        }
        else
        {
            combined = Torch.Zeros([(2 * channels) + 1], values.DType, input.Device);
        }

        Tensor[] gathered = [.. Enumerable.Range(0, Torch.Distributed.GetWorldSize(group)).Select(_ => Torch.EmptyLike(combined))];
        Torch.Distributed.AllGather(gathered, combined, group);

        // Who had no values has no say.
        Tensor[] some = [.. gathered.Where(one => (double)one[-1] >= 1)];
        if (some.Length == 0)
        {
            throw new TorchValueException("Expected more than 1 value per channel when training, got input size 0");
        }

        var all = Torch.Stack(some);
        var (means, deviations, counts) = (all.Narrow(1, 0, channels), all.Narrow(1, channels, channels), all.Narrow(1, 2 * channels, 1));
        var count = counts.Sum();
        var mean = (means * counts).Sum(0) / count;
        var variances = deviations.Pow(-2) - eps + (means - mean).Square();
        var variance = (variances * counts).Sum(0) / count;
        var deviation = (variance + eps).Rsqrt();
        runningMean?.Mul_(1 - factor).Add_(mean.To(runningMean.DType), alpha: factor);
        runningVar?.Mul_(1 - factor).Add_((variance * (count / (count - 1))).To(runningVar.DType), alpha: factor);
        ctx.SaveForBackward(input, weight, mean, deviation, count);
        var normal = (values - Along(mean, input)) * Along(deviation, input);
        normal = weight is null ? normal : normal * Along(weight, input);
        return (bias is null ? normal : normal + Along(bias, input)).To(input.DType);
    }

    private Tensor?[] Backward(FunctionContext ctx, Tensor grad)
    {
        var saved = ctx.SavedTensors;
        var (input, weight, mean, deviation, count) = (saved[0], (Tensor?)saved[1], saved[2], saved[3], saved[4]);
        var channels = input.Size(1);
        var (dims, dy) = (Others(input), Precise(grad));
        var centred = Precise(input) - Along(mean, input);
        Tensor? ofInput = null;
        var (sum, product) = (dy.Sum(dims), (dy * centred).Sum(dims));
        var (ofWeight, ofBias) = (product * deviation, sum);
        if (ctx.NeedsInputGrad[0])
        {
            // Also without values of one's own, for the others wait.
            var combined = Torch.Cat([sum, product]);
            Torch.Distributed.AllReduce(combined, group: group);
            (sum, product) = (combined.Narrow(0, 0, channels) / count, combined.Narrow(0, channels, channels) / count);
            var scale = weight is null ? deviation : deviation * weight;
            ofInput = ((dy - Along(sum, input) - (centred * Along(deviation.Square() * product, input))) * Along(scale, input))
                .To(input.DType);
        }

        return
        [
            ofInput,
            ctx.NeedsInputGrad[1] ? ofWeight.To(weight!.DType) : null,
            ctx.NeedsInputGrad[2] ? ofBias.To(weight?.DType ?? ofBias.DType) : null,
        ];
    }

    // What half of the bits cannot hold is summed up in float32.
    private static Tensor Precise(Tensor tensor) => tensor.DType == DType.Float64 ? tensor : tensor.To(DType.Float32);

    private static long[] Others(Tensor input) => [0, .. Enumerable.Range(2, (int)input.Dim() - 2).Select(static dim => (long)dim)];

    // A number for each channel, in the shape of an input.
    private static Tensor Along(Tensor perChannel, Tensor input) =>
        perChannel.View([1, perChannel.Size(0), .. Enumerable.Repeat(1L, (int)input.Dim() - 2)]);
}
