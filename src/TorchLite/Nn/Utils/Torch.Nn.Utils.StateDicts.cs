using TorchLite.Nn;

namespace TorchLite;

/// <content>State dicts.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Utils
        {
            /// <summary>
            /// Takes a beginning away from the names of a state dict, such as <c>"module."</c>, which models have that were saved from within
            /// DataParallel or DistributedDataParallel: PyTorch's <c>torch.nn.modules.utils.consume_prefix_in_state_dict_if_present</c>.
            /// </summary>
            /// <param name="stateDict">The state dict, which is changed.</param>
            /// <param name="prefix">The beginning; names without it stay.</param>
            /// <example><code>
            /// var state = new Linear(2, 1).StateDict("module.");
            /// Torch.Nn.Utils.ConsumePrefixInStateDictIfPresent(state, "module.");
            /// string.Join(" ", state.Keys)   // weight bias
            /// </code></example>
            public static void ConsumePrefixInStateDictIfPresent(StateDict stateDict, string prefix)
            {
                ArgumentNullException.ThrowIfNull(stateDict);
                ArgumentNullException.ThrowIfNull(prefix);
                stateDict.RemovePrefix(prefix);
            }
        }
    }
}
