namespace TorchLite.Nn;

/// <summary>
/// The logarithms of the probabilities of very many classes, the frequent ones first, and the loss: PyTorch's
/// <c>torch.nn.AdaptiveLogSoftmaxWithLoss</c> (E. Grave et al., 2017).
/// </summary>
/// <remarks>
/// The classes are cut into clusters; those of the first have scores of their own, the others those of their cluster and one within it,
/// from ever fewer features.
/// </remarks>
/// <example><code>
/// Torch.ManualSeed(0);
/// var softmax = new AdaptiveLogSoftmaxWithLoss(8, 10, [2, 5]);
/// var x = Torch.Randn(3, 8);
/// var (output, loss) = softmax.Call(x, Torch.Tensor([0, 4, 9]));
/// output.Shape                             // torch.Size([3])
/// loss.Shape                               // torch.Size([])
/// softmax.LogProb(x).Shape                 // torch.Size([3, 10])
/// softmax.Predict(x).Shape                 // torch.Size([3])
/// softmax.Head                             // Linear(in_features=8, out_features=4, bias=False)
/// softmax.Tail.Count                       // 2
/// string.Join(" ", softmax.Cutoffs)        // 2 5 10
/// softmax.ShortlistSize                    // 2
/// softmax.NClusters                        // 2
/// softmax.HeadSize                         // 4
/// softmax.ResetParameters();
/// </code></example>
public class AdaptiveLogSoftmaxWithLoss : Module<Tensor, Tensor, (Tensor Output, Tensor Loss)>
{
    /// <summary>A layer with random weights.</summary>
    /// <param name="inFeatures">The size of an input.</param>
    /// <param name="nClasses">The number of classes.</param>
    /// <param name="cutoffs">
    /// The first class of each cluster but the first, from 1 to <paramref name="nClasses"/> - 1 and ascending.
    /// </param>
    /// <param name="divValue">By how much a cluster has fewer features than the one before.</param>
    /// <param name="headBias">Whether the scores of the first cluster and of the others as a whole have a bias.</param>
    /// <param name="device">Where the weights are; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    /// <exception cref="TorchValueException">There are no cutoffs, or they are not as they must be.</exception>
    /// <exception cref="TorchException">A size is negative.</exception>
    public AdaptiveLogSoftmaxWithLoss(
        long inFeatures, long nClasses, ReadOnlySpan<long> cutoffs, double divValue = 4.0, bool headBias = false, Device? device = null,
        DType? dtype = null)
    {
        if (cutoffs.IsEmpty)
        {
            throw new TorchValueException("cutoffs should be a sequence of length larger than 0");
        }

        long[] ends = [.. cutoffs, nClasses];
        if (ends[0] <= 0 || !ends.Zip(ends[1..]).All(static pair => pair.First < pair.Second))
        {
            throw new TorchValueException(
                "cutoffs should be a sequence of unique, positive integers sorted in an increasing order, where each value is between "
                + "1 and n_classes-1");
        }

        (InFeatures, NClasses, Cutoffs, DivValue, HeadBias) = (inFeatures, nClasses, ends, divValue, headBias);
        Head = new(inFeatures, HeadSize, headBias, device, dtype);
        Tail = [];
        for (var i = 0; i < NClusters; i++)
        {
            var size = FloorDivide(inFeatures, Math.Pow(divValue, i + 1));
            Tail.Append(new(
                new Linear(inFeatures, size, bias: false, device, dtype),
                new Linear(size, ends[i + 1] - ends[i], bias: false, device, dtype)));
        }
    }

    /// <summary>The size of an input.</summary>
    public long InFeatures { get; }

    /// <summary>The number of classes.</summary>
    public long NClasses { get; }

    /// <summary>The class after the last of each cluster.</summary>
    public IReadOnlyList<long> Cutoffs { get; }

    /// <summary>By how much a cluster has fewer features than the one before.</summary>
    public double DivValue { get; }

    /// <summary>Whether <see cref="Head"/> has a bias.</summary>
    public bool HeadBias { get; }

    /// <summary>The number of classes of the first cluster.</summary>
    public long ShortlistSize => Cutoffs[0];

    /// <summary>The number of clusters after the first.</summary>
    public int NClusters => Cutoffs.Count - 1;

    /// <summary>The number of scores of <see cref="Head"/>.</summary>
    public long HeadSize => ShortlistSize + NClusters;

    /// <summary>The scores of the classes of the first cluster, and of the other clusters.</summary>
    public Linear Head { get; set; }

    /// <summary>The scores of the classes within each of the other clusters.</summary>
    public ModuleList<Sequential> Tail { get; set; }

    /// <summary>Sets the weights to new random values: PyTorch's <c>reset_parameters</c>.</summary>
    public void ResetParameters()
    {
        Head.ResetParameters();
        foreach (var layer in Tail.SelectMany(static cluster => cluster.Modules().OfType<Linear>()))
        {
            layer.ResetParameters();
        }
    }

    /// <summary>The logarithms of the probabilities of all classes: PyTorch's <c>log_prob</c>.</summary>
    /// <param name="input">The inputs, of shape (batch, inFeatures).</param>
    /// <returns>A new tensor of shape (batch, nClasses).</returns>
    /// <exception cref="TorchException">The shape or dtype does not fit.</exception>
    public Tensor LogProb(Tensor input) => FullLogProb(input, Head.Call(input));

    /// <summary>The most probable class of each input, without computing what is not asked for: PyTorch's <c>predict</c>.</summary>
    /// <param name="input">The inputs, of shape (batch, inFeatures).</param>
    /// <returns>A new tensor of shape (batch).</returns>
    /// <exception cref="TorchException">The shape or dtype does not fit.</exception>
    public Tensor Predict(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var head = Head.Call(input);
        var output = head.Argmax(1);
        var isElsewhere = output >= ShortlistSize;
        if (!(bool)isElsewhere.Any())
        {
            return output;
        }

        if ((bool)isElsewhere.All())
        {
            return FullLogProb(input, head).Argmax(1);
        }

        output[isElsewhere] = FullLogProb(input[isElsewhere], head[isElsewhere]).Argmax(1);
        return output;
    }

    /// <summary>What the module computes.</summary>
    /// <param name="input1">The inputs, of shape (batch, inFeatures), or without the batch.</param>
    /// <param name="input2">The classes, of shape (batch), or without the batch.</param>
    /// <returns>The logarithm of the probability of each input's class, and the mean of their negatives.</returns>
    protected override (Tensor Output, Tensor Loss) Forward(Tensor input1, Tensor input2)
    {
        Check(input1, input2);
        var isBatched = input2.Dim() > 0;
        var (input, target) = isBatched ? (input1, input2) : (input1.Unsqueeze(0), input2.Unsqueeze(0));
        var (usedRows, batch) = (0L, target.Size(0));
        var output = input.NewZeros(batch);
        var places = target.NewEmpty(batch);
        for (var i = 0; i < Cutoffs.Count; i++)
        {
            var low = i == 0 ? 0 : Cutoffs[i - 1];
            var mask = (target >= low) & (target < Cutoffs[i]);
            var rows = mask.Nonzero().Squeeze();
            if (rows.Numel() == 0)
            {
                continue;
            }

            if (i == 0)
            {
                places.IndexCopy_(0, rows, target[mask]);
            }
            else
            {
                var within = target[mask] - low;
                var scores = Tail[i - 1].Call(input.IndexSelect(0, rows));
                places.IndexFill_(0, rows, ShortlistSize + i - 1);
                var logs = Torch.Nn.Functional.LogSoftmax(scores, 1).Gather(1, within.Unsqueeze(1));
                output.IndexCopy_(0, rows, logs.Squeeze(1));
            }

            usedRows += rows.Numel();
        }

        if (usedRows != batch)
        {
            throw new TorchException(
                $"Target values should be in [0, {NClasses - 1}], but values in range [{target.Min().Item()}, {target.Max().Item()}] were "
                + $"found. ");
        }

        var head = Torch.Nn.Functional.LogSoftmax(Head.Call(input), 1);
        output.Add_(head.Gather(1, places.Unsqueeze(1)).Squeeze());
        var loss = (-output).Mean();
        return (isBatched ? output : output.Squeeze(0), loss);
    }

    private static void Check(Tensor input, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(target);
        switch (target.Dim())
        {
            case 1 when input.Size(0) != target.Size(0):
                throw new TorchException("Input and target should have the same size in the batch dimension.");
            case 1 when input.Dim() != 2:
                throw new TorchException($"1D target tensor expects 2D input tensors, but found inputs with size {input.Shape}");
            case 0 when input.Dim() != 1:
                throw new TorchException($"0D target tensor expects 1D input tensors, but found inputs with size {input.Shape}");
            case > 1:
                throw new TorchException("0D or 1D target tensor expected, multi-target not supported");
        }
    }

    private Tensor FullLogProb(Tensor input, Tensor head)
    {
        var all = input.NewEmpty(head.Size(0), NClasses);
        var logs = Torch.Nn.Functional.LogSoftmax(head, 1);
        all[.., ..(int)ShortlistSize] = logs[.., ..(int)ShortlistSize];
        for (var i = 0; i < NClusters; i++)
        {
            var within = Torch.Nn.Functional.LogSoftmax(Tail[i].Call(input), 1);
            all[.., (int)Cutoffs[i]..(int)Cutoffs[i + 1]] = within + logs[.., ShortlistSize + i].Unsqueeze(1);
        }

        return all;
    }

    // As Python divides doubles.
    private static long FloorDivide(double dividend, double divisor)
    {
        if (divisor == 0)
        {
            throw new TorchException("float divmod()");
        }

        var rest = dividend % divisor;
        var quotient = (dividend - rest) / divisor;
        quotient -= rest != 0 && (divisor < 0) != (rest < 0) ? 1 : 0;
        var floor = Math.Floor(quotient);
        return (long)(quotient - floor > 0.5 ? floor + 1 : floor);
    }
}
