using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using TorchLite.Utils.Tensorboard.Messages;

namespace TorchLite.Utils.Tensorboard;

/// <summary>What TensorBoard's plug-in for hyperparameters reads: the experiment, and the beginning and end of a run in it.</summary>
internal static class Hyperparameters
{
    internal static IEnumerable<Summary> Of(
        IReadOnlyDictionary<string, object?> hparams, IEnumerable<string> metrics,
        IReadOnlyDictionary<string, IReadOnlyList<object>>? domains)
    {
        foreach (var (key, domain) in domains ?? new Dictionary<string, IReadOnlyList<object>>())
        {
            if (!hparams.TryGetValue(key, out var value) || domain.Any(one => one.GetType() != value?.GetType()))
            {
                throw new TorchTypeException(
                    $"parameter: hparam_domain_discrete[{key}] should be a list of same type as hparam_dict[{key}].");
            }
        }

        var (experiment, start) = (new Experiment(), new SessionStartInfo());
        foreach (var (key, value) in hparams)
        {
            if (value is not null)
            {
                var written = Write(value);
                start.Hparams[key] = written;
                experiment.HparamInfos.Add(new HParamInfo
                {
                    Name = key,
                    Type = written.KindCase == Value.KindOneofCase.StringValue ? HParamType.DataTypeString : HParamType.DataTypeFloat64,
                    DomainDiscrete = domains?.GetValueOrDefault(key) is { } domain ? new() { Values = { domain.Select(Write) } } : null,
                });
            }
        }

        experiment.MetricInfos.Add(metrics.Select(static name => new MetricInfo { Name = new() { Tag = name } }));
        return
        [
            Tell("experiment", new() { Experiment = experiment }),
            Tell("session_start_info", new() { SessionStartInfo = start }),
            Tell("session_end_info", new() { SessionEndInfo = new() { Status = 1 } }),
        ];
    }

    // A bool is a number, as it is in Python, which PyTorch asks for first.
    private static Value Write(object value) => value switch
    {
        string text => Value.ForString(text),
        bool one => Value.ForNumber(one ? 1 : 0),
        Tensor tensor => Value.ForNumber(Values.Of(tensor).Reshape(-1)[0].Item<double>()),
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double =>
            Value.ForNumber(((IConvertible)value).ToDouble(null)),
        _ => throw new TorchValueException("value should be one of int, float, str, bool, or torch.Tensor"),
    };

    private static Summary Tell(string tag, HParamsPluginData data) => new()
    {
        Value =
        {
            new Summary.Types.Value
            {
                Tag = "_hparams_/" + tag,
                Metadata = new() { PluginData = new() { PluginName = "hparams", Content = data.ToByteString() } },
            },
        },
    };
}
